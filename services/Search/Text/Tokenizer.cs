using System.Buffers;
using System.Text;

namespace Fazhi.Search.Text;

/// <summary>
/// Cuts folded text into tokens: overlapping bigrams of CJK runs, each run's last character on its own, and words of other scripts.
/// </summary>
/// <remarks>
/// The last character on its own makes every character of a text the beginning of some token, so that a query of one
/// character is a prefix query, and a phrase can go on over the end of a run (2024年底前,完成).
/// Quotation marks and spaces do not end a CJK run: “放管服”改革 is found by 放管服改革, 申 请 人 by 申请人.
/// </remarks>
internal ref struct Tokenizer(ReadOnlySpan<char> folded)
{
    private static readonly SearchValues<char> Transparent = SearchValues.Create(" \u00A0\u200B\uFEFF\"'“”‘’《》〈〉「」『』");

    private readonly ReadOnlySpan<char> text = folded;
    private int position;
    private bool insideRun;

    /// <summary>The token read last.</summary>
    public Token Current { get; private set; }

    public readonly Tokenizer GetEnumerator() => this;

    /// <summary>Reads the next token; false at the end of the text.</summary>
    public bool MoveNext()
    {
        while (position < text.Length)
        {
            if (IsIdeograph(text[position]))
                return ReadCjk(position + 1);
            var rune = RuneAt(position, out var length);
            if (IsCjk(rune))
                return ReadCjk(position + length);
            if (Rune.IsLetterOrDigit(rune))
                return ReadWord(position + length);
            position += length;
        }
        return false;
    }

    /// <summary>All tokens of a folded text.</summary>
    public static List<Token> All(ReadOnlySpan<char> folded)
    {
        var tokens = new List<Token>(folded.Length);
        foreach (var token in new Tokenizer(folded))
            tokens.Add(token);
        return tokens;
    }

    private bool ReadCjk(int headEnd)
    {
        var start = position;
        if (headEnd < text.Length && IsIdeograph(text[headEnd]))
            return ReadBigram(headEnd, headEnd, headEnd + 1);
        var next = headEnd;
        while (next < text.Length && Transparent.Contains(text[next]))
            next++;

        if (next < text.Length && IsCjk(RuneAt(next, out var length)))
            return ReadBigram(headEnd, next, next + length);

        Current = new Token(start, headEnd, headEnd, headEnd, insideRun ? TokenKind.RunEnd : TokenKind.Single);
        position = headEnd;
        insideRun = false;
        return true;
    }

    private bool ReadBigram(int headEnd, int next, int end)
    {
        Current = new Token(position, headEnd, next, end, TokenKind.Bigram);
        position = next;
        insideRun = true;
        return true;
    }

    private bool ReadWord(int end)
    {
        var start = position;
        while (end < text.Length && RuneAt(end, out var length) is var rune && Rune.IsLetterOrDigit(rune) && !IsCjk(rune))
            end += length;

        Current = new Token(start, end, end, end, TokenKind.Word);
        position = end;
        return true;
    }

    // A lone surrogate decodes to U+FFFD, which separates tokens like any other symbol.
    private readonly Rune RuneAt(int index, out int length)
    {
        Rune.DecodeFromUtf16(text[index..], out var rune, out length);
        return rune;
    }

    // Nearly every character of a Chinese text is one of these.
    private static bool IsIdeograph(char c) => c is >= '\u4E00' and <= '\u9FFF';

    private static bool IsCjk(Rune rune) => rune.Value switch
    {
        0x3007 => true,                  // 〇
        >= 0x3400 and <= 0x4DBF => true, // extension A
        >= 0x4E00 and <= 0x9FFF => true, // unified ideographs
        >= 0xF900 and <= 0xFAFF => true, // compatibility ideographs
        >= 0x20000 and <= 0x3FFFF => true, // extensions B and later
        _ => false,
    };
}
