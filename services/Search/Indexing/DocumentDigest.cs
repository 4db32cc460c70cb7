using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;

namespace Fazhi.Search.Indexing;

/// <summary>A hash over all that the index keeps of a document: a change that changes none of it is no work.</summary>
internal static class DocumentDigest
{
    public static byte[] Of(IndexedDocument document)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.Unicode))
        {
            writer.Write(document.Summary.ToByteArray());
            writer.Write((int)document.PlanKind);
            writer.Write((int)document.Status);
            writer.Write(document.Date?.DayNumber ?? -1);
            Write(writer, document.Issuers);
            writer.Write(document.Passages.Count);
            foreach (var passage in document.Passages)
                Write(writer, passage);
        }
        return SHA256.HashData(stream.ToArray());
    }

    private static void Write(BinaryWriter writer, IndexedPassage passage)
    {
        writer.Write(passage.Task);
        writer.Write(passage.Label);
        Write(writer, passage.Headings);
        writer.Write(passage.Text);
        writer.Write(passage.Start);
        writer.Write(passage.Passage);
        Write(writer, passage.Themes);
        writer.Write(passage.Units.Count);
        foreach (var unit in passage.Units)
        {
            writer.Write((int)unit.Role);
            Write(writer, [unit.Text, unit.DisplayName, unit.Unit, unit.Function]);
        }
        writer.Write(passage.Deadlines.Count);
        foreach (var day in passage.Deadlines)
            writer.Write(day.DayNumber);
        writer.Write(passage.HasTarget);
    }

    private static void Write(BinaryWriter writer, IReadOnlyList<string> values)
    {
        writer.Write(values.Count);
        foreach (var value in values)
            writer.Write(value);
    }
}
