namespace Fazhi.Search.Text;

/// <summary>The tokens that must follow one another for a phrase to be found. Equal when they are the same tokens.</summary>
/// <param name="Values">The tokens, at least one.</param>
/// <param name="LastIsPrefix">Whether the last one may also be the beginning of a token: a single CJK character of a bigram, letters or digits of a word.</param>
internal sealed record TokenPhrase(IReadOnlyList<string> Values, bool LastIsPrefix)
{
    /// <summary>The phrase of a text; null when nothing in it can be searched for (only punctuation).</summary>
    public static TokenPhrase? Of(string text) => Of(text, begun: false);

    /// <summary>The phrase of a text whose last word may go on: APP is also found in APPS. CJK text is found inside words anyway.</summary>
    public static TokenPhrase? OfBegun(string text) => Of(text, begun: true);

    /// <summary>Whether the phrase stands at token <paramref name="index"/> of a text.</summary>
    public bool IsAt(ReadOnlySpan<char> folded, IReadOnlyList<Token> tokens, int index)
    {
        if (index + Values.Count > tokens.Count)
            return false;
        for (var i = 0; i < Values.Count - 1; i++)
        {
            if (!tokens[index + i].Is(folded, Values[i]))
                return false;
        }
        var last = tokens[index + Values.Count - 1];
        return LastIsPrefix ? last.BeginsWith(folded, Values[^1]) : last.Is(folded, Values[^1]);
    }

    public bool Equals(TokenPhrase? other) => other is not null && LastIsPrefix == other.LastIsPrefix && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Values.Count, Values[0], Values[^1], LastIsPrefix);

    private static TokenPhrase? Of(string text, bool begun)
    {
        var folded = TextFolding.Fold(text);
        var tokens = Tokenizer.All(folded);
        if (tokens.Count == 0)
            return null;

        // The document's run may go on where the query ends: its last character alone is then no token of the document.
        if (tokens[^1].Kind == TokenKind.RunEnd)
            tokens.RemoveAt(tokens.Count - 1);
        return new TokenPhrase(
            [.. tokens.Select(t => t.Value(folded))],
            tokens[^1].Kind == TokenKind.Single || (begun && tokens[^1].Kind == TokenKind.Word));
    }
}
