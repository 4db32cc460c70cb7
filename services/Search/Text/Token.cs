namespace Fazhi.Search.Text;

/// <summary>
/// One token of a folded text: a word of letters and digits, two neighbouring CJK characters, or the last CJK character of a run.
/// All numbers are positions in the text, in UTF-16 code units; ends are exclusive.
/// </summary>
/// <param name="Start">Where the token begins.</param>
/// <param name="HeadEnd">Where its first part ends: the word, or the first CJK character.</param>
/// <param name="TailStart">Where its second CJK character begins; equal to <paramref name="End"/> when there is none.</param>
/// <param name="End">Where the token ends.</param>
/// <param name="Kind">What the token is.</param>
internal readonly record struct Token(int Start, int HeadEnd, int TailStart, int End, TokenKind Kind)
{
    /// <summary>The token's own characters, without what stands between the two of a bigram.</summary>
    public string Value(ReadOnlySpan<char> folded) => string.Concat(Head(folded), Tail(folded));

    /// <summary>Whether the token's characters are <paramref name="value"/>.</summary>
    public bool Is(ReadOnlySpan<char> folded, string value)
    {
        var head = Head(folded);
        return value.AsSpan().StartsWith(head, StringComparison.Ordinal)
            && value.AsSpan(head.Length).SequenceEqual(Tail(folded));
    }

    /// <summary>Whether the token's characters begin with <paramref name="value"/>, a single character.</summary>
    public bool BeginsWith(ReadOnlySpan<char> folded, string value) => Head(folded).StartsWith(value, StringComparison.Ordinal);

    public ReadOnlySpan<char> Head(ReadOnlySpan<char> folded) => folded[Start..HeadEnd];

    public ReadOnlySpan<char> Tail(ReadOnlySpan<char> folded) => folded[TailStart..End];
}
