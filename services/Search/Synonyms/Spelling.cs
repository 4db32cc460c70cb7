using Fazhi.Search.Text;

namespace Fazhi.Search.Synonyms;

/// <summary>Finds the term that was meant by one with a wrong, missing, surplus or transposed character. Immutable.</summary>
internal sealed class Spelling
{
    private const int Shortest = 4;

    // Of two such short words only those that sound alike are one mistyped.
    private const int ShortestBySound = 3;

    private readonly Vocabulary vocabulary;

    // Two words differ by one character if they are the same without one of each.
    private readonly Dictionary<string, List<string>> shortened = new(StringComparer.Ordinal);

    /// <param name="vocabulary">The words; those of the field's terms are what may have been meant.</param>
    public Spelling(Vocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        foreach (var term in vocabulary.Terms.Select(WordForm.Of).Where(term => term.Length >= ShortestBySound))
        {
            foreach (var key in Shortened(term).Append(term).Distinct(StringComparer.Ordinal))
            {
                if (!shortened.TryGetValue(key, out var terms))
                    shortened.Add(key, terms = []);
                terms.Add(term);
            }
        }
    }

    /// <summary>The text with its misprint mended; null where there is none that can be mended.</summary>
    public string? Mend(string text)
    {
        var form = WordForm.Of(text);
        for (var length = Math.Min(form.Length, vocabulary.Longest); length >= ShortestBySound; length--)
        {
            for (var start = 0; start + length <= form.Length; start++)
            {
                var part = form.Substring(start, length);
                if (!vocabulary.Contains(part) && Meant(part, part == form) is { } term && !form.Contains(term, StringComparison.Ordinal))
                    return form[..start] + term + form[(start + length)..];
            }
        }
        return null;
    }

    // One that sounds alike goes before one that is as long, that before others; two of the same kind are not guessed between. A part of something longer may
    // just be what it is: another character in it is a misprint only where it sounds alike.
    private string? Meant(string part, bool whole)
    {
        var near = Shortened(part).Append(part).Where(shortened.ContainsKey).SelectMany(key => shortened[key]).Distinct(StringComparer.Ordinal)
            .Where(term => IsNear(part, term)).ToList();
        var isLong = part.Length >= Shortest;
        var alike = near.Where(term => (isLong || whole) && Sounds.Alike(part, term)).ToList();
        var same = near.Where(term => isLong && term.Length == part.Length && (whole || IsTransposed(part, term))).ToList();
        var other = near.Where(term => isLong && whole && term.Length != part.Length).ToList();
        return ((List<string>[])[alike, same, other]).FirstOrDefault(candidates => candidates.Count > 0) is [var only] ? only : null;
    }

    private static bool IsNear(string part, string term)
    {
        var start = 0;
        while (start < part.Length && start < term.Length && part[start] == term[start])
            start++;
        var end = 0;
        while (end < part.Length - start && end < term.Length - start && part[^(end + 1)] == term[^(end + 1)])
            end++;
        var (left, right) = (part.Length - start - end, term.Length - start - end);
        return Math.Max(left, right) == 1 || (left == 2 && right == 2 && part[start] == term[start + 1] && part[start + 1] == term[start]);
    }

    private static bool IsTransposed(string part, string term) => part.Order().SequenceEqual(term.Order());

    private static IEnumerable<string> Shortened(string word) => Enumerable.Range(0, word.Length).Select(i => word.Remove(i, 1));
}
