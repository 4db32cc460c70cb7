using System.Buffers;
using System.Text;
using Fazhi.Search.Indexing;
using Fazhi.Search.Regions;

namespace Fazhi.Search.Fts5;

/// <summary>What is kept in memory of a document and its passages, as bytes beside it, so that opening an index reads no passage.</summary>
internal sealed record ColumnRecord
{
    private const char Between = '\n';

    /// <summary>Keys of its regions, the outermost first, with line breaks between.</summary>
    public required string Regions { get; init; }

    public required byte Level { get; init; }

    public required byte Type { get; init; }

    public required byte PlanKind { get; init; }

    public required byte Status { get; init; }

    /// <summary>First and last year of its period; 0 when it has none.</summary>
    public required int FirstYear { get; init; }

    public required int LastYear { get; init; }

    /// <summary>Number of the day that it is dated; -1 when not known.</summary>
    public required int Day { get; init; }

    /// <summary>Issuing bodies as printed, with line breaks between.</summary>
    public required string Issuers { get; init; }

    public required IReadOnlyList<Passage> Passages { get; init; }

    /// <param name="document">The document.</param>
    /// <param name="lengths">Of each passage how many tokens a word is looked for among.</param>
    public static ColumnRecord Of(IndexedDocument document, IReadOnlyList<int> lengths) => new()
    {
        Regions = string.Join(Between, RegionKey.PathOf(document.Summary.Region)),
        Level = (byte)(document.Summary.Region?.Level ?? 0),
        Type = (byte)document.Summary.Type,
        PlanKind = (byte)document.PlanKind,
        Status = (byte)document.Status,
        FirstYear = document.Years?.First ?? 0,
        LastYear = document.Years?.Last ?? 0,
        Day = document.Date?.DayNumber ?? -1,
        Issuers = string.Join(Between, document.Issuers.Select(issuer => issuer.ReplaceLineEndings(" ")).Distinct(StringComparer.Ordinal)),
        Passages = [.. document.Passages.Select((passage, i) => new Passage(
            passage.Start,
            lengths[i],
            string.Join(Between, passage.Themes.Distinct(StringComparer.Ordinal)),
            string.Join(Between, passage.Functions)))],
    };

    /// <summary>The parts of one of the joined values.</summary>
    public static string[] Parts(string joined) => joined.Length == 0 ? [] : joined.Split(Between);

    public void Write(ArrayBufferWriter<byte> target)
    {
        target.WriteText(Regions);
        target.WriteByte(Level);
        target.WriteByte(Type);
        target.WriteByte(PlanKind);
        target.WriteByte(Status);
        target.WriteNumber(FirstYear);
        target.WriteNumber(LastYear);
        target.WriteNumber(Day);
        target.WriteText(Issuers);
        target.WriteNumber(Passages.Count);
        foreach (var passage in Passages)
        {
            target.WriteNumber(passage.Start);
            target.WriteNumber(passage.Length);
            target.WriteText(passage.Themes);
            target.WriteText(passage.Functions);
        }
    }

    public static ColumnRecord Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        return new ColumnRecord
        {
            Regions = reader.ReadString(),
            Level = reader.ReadByte(),
            Type = reader.ReadByte(),
            PlanKind = reader.ReadByte(),
            Status = reader.ReadByte(),
            FirstYear = reader.Read7BitEncodedInt(),
            LastYear = reader.Read7BitEncodedInt(),
            Day = reader.Read7BitEncodedInt(),
            Issuers = reader.ReadString(),
            Passages = ReadPassages(reader),
        };
    }

    private static Passage[] ReadPassages(BinaryReader reader)
    {
        var passages = new Passage[reader.Read7BitEncodedInt()];
        for (var i = 0; i < passages.Length; i++)
            passages[i] = new Passage(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.ReadString(), reader.ReadString());
        return passages;
    }

    /// <summary>What is kept of a passage.</summary>
    /// <param name="Start">Where it begins in the document's text.</param>
    /// <param name="Length">Tokens that a word is looked for among.</param>
    /// <param name="Themes">Ids of its themes, joined.</param>
    /// <param name="Functions">Ids of its functions, joined.</param>
    internal readonly record struct Passage(int Start, int Length, string Themes, string Functions);
}
