namespace Fazhi.Search.Text;

/// <summary>The tokens that must follow one another for a phrase to be found.</summary>
/// <param name="Values">The tokens, at least one.</param>
/// <param name="LastIsPrefix">Whether the last one, a single CJK character, may also be the beginning of a bigram.</param>
internal sealed record TokenPhrase(IReadOnlyList<string> Values, bool LastIsPrefix)
{
    /// <summary>The phrase of a text; null when nothing in it can be searched for (only punctuation).</summary>
    public static TokenPhrase? Of(string text)
    {
        var folded = TextFolding.Fold(text);
        var tokens = Tokenizer.All(folded);
        if (tokens.Count == 0)
            return null;

        // The document's run may go on where the query ends: its last character alone is then no token of the document.
        if (tokens[^1].Kind == TokenKind.RunEnd)
            tokens.RemoveAt(tokens.Count - 1);
        return new TokenPhrase([.. tokens.Select(t => t.Value(folded))], tokens[^1].Kind == TokenKind.Single);
    }

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
}
