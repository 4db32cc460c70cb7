using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;

namespace Fazhi.Search.Indexing;

/// <summary>A hash over all that the index keeps of a document: a change that changes none of it is no work.</summary>
internal static class DocumentDigest
{
    public static byte[] Of(IndexedDocument document)
    {
        var target = new ArrayBufferWriter<byte>();
        var size = document.Summary.CalculateSize();
        document.Summary.WriteTo(target.GetSpan(size)[..size]);
        target.Advance(size);
        Write(target, (int)document.PlanKind);
        Write(target, (int)document.Status);
        Write(target, document.Date?.DayNumber ?? -1);
        Write(target, document.Issuers);
        Write(target, document.Passages.Count);

        // Passage by passage: what is hashed takes no more room than the longest.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var passage in document.Passages)
        {
            Write(target, passage);
            hash.AppendData(target.WrittenSpan);
            target.ResetWrittenCount();
        }
        hash.AppendData(target.WrittenSpan);
        return hash.GetHashAndReset();
    }

    private static void Write(ArrayBufferWriter<byte> target, IndexedPassage passage)
    {
        Write(target, passage.Task);
        Write(target, passage.Label);
        Write(target, passage.Headings);
        Write(target, passage.Text);
        Write(target, passage.Start);
        Write(target, passage.Passage);
        Write(target, passage.Themes);
        Write(target, passage.Units.Count);
        foreach (var unit in passage.Units)
        {
            Write(target, (int)unit.Role);
            Write(target, 4);
            Write(target, unit.Text);
            Write(target, unit.DisplayName);
            Write(target, unit.Unit);
            Write(target, unit.Function);
        }
        Write(target, passage.Deadlines.Count);
        foreach (var day in passage.Deadlines)
            Write(target, day.DayNumber);
        target.WriteByte(passage.HasTarget ? (byte)1 : (byte)0);
    }

    private static void Write(ArrayBufferWriter<byte> target, IReadOnlyList<string> values)
    {
        Write(target, values.Count);
        foreach (var value in values)
            Write(target, value);
    }

    private static void Write(ArrayBufferWriter<byte> target, int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(target.GetSpan(sizeof(int)), value);
        target.Advance(sizeof(int));
    }

    private static void Write(ArrayBufferWriter<byte> target, string value)
    {
        target.WriteNumber(value.Length * sizeof(char));
        target.Advance(Encoding.Unicode.GetBytes(value, target.GetSpan(value.Length * sizeof(char))));
    }
}
