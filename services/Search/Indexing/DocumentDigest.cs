using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Google.Protobuf;

namespace Fazhi.Search.Indexing;

/// <summary>A hash over all that the index keeps of a document: a change that changes none of it is no work.</summary>
internal static class DocumentDigest
{
    public static byte[] Of(IndexedDocument document)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(document.Summary.ToByteArray());
        writer.Write((int)document.PlanKind);
        writer.Write((int)document.Status);
        writer.Write(document.Date?.DayNumber ?? -1);
        Write(writer, document.Issuers);
        writer.Write(document.Passages.Count);
        foreach (var passage in document.Passages)
            Write(writer, passage);
        writer.Flush();
        return SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private static void Write(BinaryWriter writer, IndexedPassage passage)
    {
        Write(writer, passage.Task);
        Write(writer, passage.Label);
        Write(writer, passage.Headings);
        Write(writer, passage.Text);
        writer.Write(passage.Start);
        Write(writer, passage.Passage);
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
            Write(writer, value);
    }

    // As it lies in memory: no encoding is as fast.
    private static void Write(BinaryWriter writer, string value)
    {
        var bytes = MemoryMarshal.AsBytes(value.AsSpan());
        writer.Write7BitEncodedInt(bytes.Length);
        writer.Write(bytes);
    }
}
