using System.Text;

namespace Fazhi.Search.Text;

/// <summary>Writes a text as its tokens with a space between them: the form in which an engine without a CJK tokenizer takes it in.</summary>
internal static class TokenText
{
    /// <summary>Changes whenever the same text would give other tokens: an index written with another version must be built anew.</summary>
    public const int Version = 2;

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
}
