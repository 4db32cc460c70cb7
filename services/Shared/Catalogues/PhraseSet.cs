using System.Buffers;
using System.Collections.Frozen;

namespace Fazhi.Catalogues;

/// <summary>
/// Many phrases that are looked for together in one pass, each with its meaning. Phrases and texts are in the forms of <see cref="Fold"/>.
/// </summary>
/// <typeparam name="T">What a phrase means.</typeparam>
public sealed class PhraseSet<T>
{
    private readonly SearchValues<string> _any;
    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _meanings;
    private readonly FrozenDictionary<char, int[]> _lengths;

    /// <summary>Takes in the phrases; each must be there once and not be empty.</summary>
    public PhraseSet(IEnumerable<KeyValuePair<string, T>> phrases)
    {
        var meanings = phrases.ToFrozenDictionary(StringComparer.Ordinal);
        _any = SearchValues.Create([.. meanings.Keys], StringComparison.Ordinal);
        _meanings = meanings.GetAlternateLookup<ReadOnlySpan<char>>();
        _lengths = meanings.Keys.GroupBy(p => p[0])
            .ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Length).Distinct().OrderDescending().ToArray());
    }

    /// <summary>Finds the first phrase at or after <paramref name="from"/>; of several that begin there, the longest.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="start">Where the phrase begins.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="meaning">What it means.</param>
    public bool TryFind(ReadOnlySpan<char> text, int from, out int start, out int length, out T meaning)
    {
        var at = text[from..].IndexOfAny(_any);
        if (at >= 0 && TryMatch(text, from + at, out length, out meaning))
        {
            start = from + at;
            return true;
        }

        (start, length, meaning) = (-1, 0, default!);
        return false;
    }

    /// <summary>The longest phrase that begins exactly at <paramref name="at"/>.</summary>
    public bool TryMatch(ReadOnlySpan<char> text, int at, out int length, out T meaning)
    {
        if (_lengths.TryGetValue(text[at], out var lengths))
        {
            foreach (var candidate in lengths)
            {
                if (candidate <= text.Length - at && _meanings.TryGetValue(text.Slice(at, candidate), out meaning!))
                {
                    length = candidate;
                    return true;
                }
            }
        }

        (length, meaning) = (0, default!);
        return false;
    }
}
