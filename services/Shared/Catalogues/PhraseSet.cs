using System.Collections.Frozen;

namespace Fazhi.Catalogues;

/// <summary>
/// Many phrases that are looked for together in one pass, each with its meaning. Phrases and texts are in the forms of <see cref="Fold"/>.
/// </summary>
/// <typeparam name="T">What a phrase means.</typeparam>
/// <remarks>
/// A bit for each character says whether a phrase begins with it, then the first two characters lead to the few phrases that begin so.
/// SearchValues of strings would take several times as long: they look for Chinese ones character by character in dictionaries.
/// </remarks>
public sealed class PhraseSet<T>
{
    private const int BitsOfWord = 64;

    private readonly ulong[] _starts = new ulong[(char.MaxValue + 1) / BitsOfWord];
    private readonly FrozenDictionary<int, Phrase[]> _byPair;
    private readonly FrozenDictionary<char, Phrase> _singles;

    /// <summary>Takes in the phrases; each must be there once and not be empty.</summary>
    public PhraseSet(IEnumerable<KeyValuePair<string, T>> phrases)
    {
        var all = phrases.Select(p => new Phrase(p.Key, p.Value)).ToLookup(p => p.Words.Length == 1);
        _singles = all[true].ToFrozenDictionary(p => p.Words[0]);
        _byPair = all[false].GroupBy(p => Pair(p.Words[0], p.Words[1])).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Words.Length).ToArray());
        foreach (var phrase in all.SelectMany(p => p))
            _starts[phrase.Words[0] / BitsOfWord] |= 1UL << (phrase.Words[0] % BitsOfWord);
        if (_byPair.Values.Any(same => same.DistinctBy(p => p.Words).Count() < same.Length))
            throw new ArgumentException("A phrase is there twice.", nameof(phrases));
    }

    /// <summary>Finds the first phrase at or after <paramref name="from"/>; of several that begin there, the longest.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="start">Where the phrase begins.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="meaning">What it means.</param>
    public bool TryFind(ReadOnlySpan<char> text, int from, out int start, out int length, out T meaning)
    {
        for (start = from; start < text.Length; start++)
        {
            if (IsStart(text[start]) && TryMatch(text, start, out length, out meaning))
                return true;
        }

        (start, length, meaning) = (-1, 0, default!);
        return false;
    }

    /// <summary>The longest phrase that begins exactly at <paramref name="at"/>.</summary>
    public bool TryMatch(ReadOnlySpan<char> text, int at, out int length, out T meaning)
    {
        var rest = text[at..];
        if (rest.Length > 1 && _byPair.TryGetValue(Pair(rest[0], rest[1]), out var phrases))
        {
            foreach (var phrase in phrases)
            {
                if (rest.StartsWith(phrase.Words, StringComparison.Ordinal))
                {
                    (length, meaning) = (phrase.Words.Length, phrase.Meaning);
                    return true;
                }
            }
        }

        if (_singles.TryGetValue(rest[0], out var single))
        {
            (length, meaning) = (1, single.Meaning);
            return true;
        }

        (length, meaning) = (0, default!);
        return false;
    }

    private static int Pair(char first, char second) => (first << 16) | second;

    private bool IsStart(char c) => (_starts[c / BitsOfWord] >> (c % BitsOfWord) & 1) != 0;

    private readonly record struct Phrase(string Words, T Meaning);
}
