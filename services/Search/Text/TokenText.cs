using System.Buffers;
using System.Text;

namespace Fazhi.Search.Text;

/// <summary>Writes a text as its tokens with a space between them: the form in which an engine without a CJK tokenizer takes it in.</summary>
internal static class TokenText
{
    /// <summary>Changes whenever the same text would give other tokens: an index written with another version must be built anew.</summary>
    public const int Version = 2;

    // At most: a character is in two tokens, each with a space; in UTF-8 one code unit is three bytes.
    private const int BytesPerUnit = 8;

    /// <summary>The tokens of <paramref name="text"/>, folded.</summary>
    public static string Of(string text)
    {
        var folded = TextFolding.Fold(text);
        var target = new StringBuilder(folded.Length * 3);
        foreach (var token in new Tokenizer(folded))
        {
            if (target.Length > 0)
                target.Append(' ');
            target.Append(token.Head(folded)).Append(token.Tail(folded));
        }
        return target.ToString();
    }

    /// <summary>Writes the same in UTF-8.</summary>
    /// <returns>How many tokens there are.</returns>
    public static int Write(string text, IBufferWriter<byte> target)
    {
        var folded = TextFolding.Fold(text).AsSpan();
        if (folded.IsEmpty)
            return 0;
        var bytes = target.GetSpan(folded.Length * BytesPerUnit);
        var (length, count) = (0, 0);
        foreach (var token in new Tokenizer(folded))
        {
            if (count++ > 0)
                bytes[length++] = (byte)' ';
            length += Encode(token.Head(folded), bytes[length..]);
            length += Encode(token.Tail(folded), bytes[length..]);
        }
        target.Advance(length);
        return count;
    }

    // Nearly every part of a token is one character of the plane that has them all.
    private static int Encode(ReadOnlySpan<char> part, Span<byte> target)
    {
        if (part.Length != 1 || part[0] < 0x800 || char.IsSurrogate(part[0]))
            return Encoding.UTF8.GetBytes(part, target);
        var c = part[0];
        target[0] = (byte)(0xE0 | (c >> 12));
        target[1] = (byte)(0x80 | ((c >> 6) & 0x3F));
        target[2] = (byte)(0x80 | (c & 0x3F));
        return 3;
    }
}
