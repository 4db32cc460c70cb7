using System.Buffers;

namespace Fazhi.Search.Text;

/// <summary>
/// Makes forms of the same character equal: full width becomes half width, capital letters become small ones, traditional characters and those that
/// fonts of PDF put in their place become the usual simplified ones (see <see cref="Catalogues.Fold"/>).
/// Every UTF-16 code unit is mapped to exactly one, so that a position in the folded text is the same position in the original.
/// </summary>
internal static class TextFolding
{
    // CJK text is the bulk of what is indexed, and hardly anything in it changes.
    private static readonly SearchValues<char> Unchanged = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => Fold(c) == c)]);

    /// <summary>The folded text, of the same length as <paramref name="text"/>.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().ContainsAnyExcept(Unchanged) ? string.Create(text.Length, text, FoldInto) : text;
    }

    private static void FoldInto(Span<char> target, string source)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = Fold(source[i]);
    }

    /// <summary>What a code unit becomes.</summary>
    // A tab is between the cells of a table: unlike a blank it ends a run of characters.
    public static char Fold(char c) => c == '\t' ? c : char.ToLowerInvariant(Catalogues.Fold.Char(c));
}
