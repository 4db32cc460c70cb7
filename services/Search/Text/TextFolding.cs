namespace Fazhi.Search.Text;

/// <summary>
/// Makes forms of the same character equal: full width becomes half width, capital letters become small ones.
/// Every UTF-16 code unit is mapped to exactly one, so that a position in the folded text is the same position in the original.
/// </summary>
internal static class TextFolding
{
    private const char FirstFullWidth = '\uFF01';
    private const char LastFullWidth = '\uFF5E';
    private const int FullWidthOffset = 0xFEE0;
    private const char IdeographicSpace = '\u3000';

    /// <summary>The folded text, of the same length as <paramref name="text"/>.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().ContainsAnyExcept(Unchanged) ? string.Create(text.Length, text, FoldInto) : text;
    }

    // CJK text is the bulk of what is indexed, and nothing in it changes.
    private static readonly System.Buffers.SearchValues<char> Unchanged = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => Fold(c) == c)]);

    private static void FoldInto(Span<char> target, string source)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = Fold(source[i]);
    }

    private static char Fold(char c) => c switch
    {
        >= FirstFullWidth and <= LastFullWidth => char.ToLowerInvariant((char)(c - FullWidthOffset)),
        IdeographicSpace => ' ',
        _ => char.ToLowerInvariant(c),
    };
}
