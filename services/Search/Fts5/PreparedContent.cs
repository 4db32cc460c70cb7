using System.Buffers;
using Fazhi.Search.Indexing;
using Fazhi.Search.Text;
using Google.Protobuf;
using Microsoft.Extensions.ObjectPool;

namespace Fazhi.Search.Fts5;

/// <summary>What is written of a document: one buffer with all of it, as the file takes it in.</summary>
internal sealed class PreparedContent : IDisposable
{
    // A buffer that one giant document has made large is not kept.
    private const int LargestKept = 4 * 1024 * 1024;

    private static readonly ObjectPool<ArrayBufferWriter<byte>> Buffers = ObjectPool.Create<ArrayBufferWriter<byte>>();

    private readonly ArrayBufferWriter<byte> buffer = Buffers.Get();
    private readonly List<int> ends;

    private PreparedContent(IndexedDocument document)
    {
        ends = new List<int>(Enum.GetValues<DocumentPart>().Length + (document.Passages.Count * Enum.GetValues<PassagePart>().Length));
        var size = document.Summary.CalculateSize();
        document.Summary.WriteTo(buffer.GetSpan(size)[..size]);
        buffer.Advance(size);
        ends.Add(buffer.WrittenCount);
        var shared = AddTokens(document.Summary.Title) + AddTokens(document.Summary.Region?.FullName ?? "");
        var lengths = new int[document.Passages.Count];
        for (var i = 0; i < lengths.Length; i++)
            lengths[i] = shared + Add(document.Passages[i]);
        Columns = ColumnRecord.Of(document, lengths);
        Columns.Write(buffer);
        ends.Add(buffer.WrittenCount);
    }

    /// <summary>The parts of a document, in their order; the columns stand behind all passages.</summary>
    public enum DocumentPart
    {
        Summary,
        Title,
        Region,
        Columns,
    }

    /// <summary>The parts of a passage, in their order.</summary>
    public enum PassagePart
    {
        Record,
        Heading,
        Body,
        Units,
        Tags,
    }

    public ColumnRecord Columns { get; }

    public static PreparedContent Of(IndexedDocument document) => new(document);

    public ReadOnlySpan<byte> Of(DocumentPart part) => Part(part == DocumentPart.Columns ? ends.Count - 1 : (int)part);

    public ReadOnlySpan<byte> Of(int ordinal, PassagePart part) => Part((int)DocumentPart.Columns + (ordinal * ((int)PassagePart.Tags + 1)) + (int)part);

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        buffer.ResetWrittenCount();
        if (buffer.Capacity <= LargestKept)
            Buffers.Return(buffer);
    }

    private ReadOnlySpan<byte> Part(int number) => buffer.WrittenSpan[(number == 0 ? 0 : ends[number - 1])..ends[number]];

    private int Add(IndexedPassage passage)
    {
        PassageRecord.Write(buffer, passage);
        ends.Add(buffer.WrittenCount);
        var tokens = AddTokens(string.Join('\n', passage.Headings)) + AddTokens(passage.Text);
        buffer.WriteUtf8(UnitTokens.Of(passage.Units));
        ends.Add(buffer.WrittenCount);
        buffer.WriteUtf8(string.Join(' ', PassageTags.Of(passage).Select(TagToken.Of)));
        ends.Add(buffer.WrittenCount);
        return tokens;
    }

    private int AddTokens(string text)
    {
        var count = TokenText.Write(text, buffer);
        ends.Add(buffer.WrittenCount);
        return count;
    }
}
