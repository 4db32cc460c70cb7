using System.Buffers;
using System.Text;

namespace Fazhi.Search.Indexing;

/// <summary>Writes values as <see cref="BinaryReader"/> reads them, in UTF-8.</summary>
internal static class BufferWriting
{
    /// <summary>A number, seven bits a byte; best one that is not negative.</summary>
    public static void WriteNumber(this ArrayBufferWriter<byte> target, int value)
    {
        const int Longest = 5;
        var bytes = target.GetSpan(Longest);
        var length = 0;
        var rest = (uint)value;
        for (; rest > 0x7F; rest >>= 7)
            bytes[length++] = (byte)(rest | 0x80);
        bytes[length++] = (byte)rest;
        target.Advance(length);
    }

    public static void WriteByte(this ArrayBufferWriter<byte> target, byte value)
    {
        target.GetSpan(1)[0] = value;
        target.Advance(1);
    }

    /// <summary>A text with its length before it.</summary>
    public static void WriteText(this ArrayBufferWriter<byte> target, string value)
    {
        target.WriteNumber(Encoding.UTF8.GetByteCount(value));
        target.WriteUtf8(value);
    }

    /// <summary>A text alone.</summary>
    public static void WriteUtf8(this ArrayBufferWriter<byte> target, string value) => Encoding.UTF8.GetBytes(value, target);

    public static void WriteTexts(this ArrayBufferWriter<byte> target, IReadOnlyList<string> values)
    {
        target.WriteNumber(values.Count);
        foreach (var value in values)
            target.WriteText(value);
    }
}
