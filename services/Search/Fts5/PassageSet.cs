using System.Numerics;

namespace Fazhi.Search.Fts5;

/// <summary>A set of passages by their numbers in <see cref="DocumentColumns"/>: one bit each.</summary>
internal sealed class PassageSet(int size)
{
    private const int WordBits = 64;

    private readonly ulong[] words = new ulong[(size + WordBits - 1) / WordBits];

    public static PassageSet Of(ReadOnlySpan<int> passages, int size)
    {
        var set = new PassageSet(size);
        foreach (var passage in passages)
            set.words[passage / WordBits] |= 1UL << passage;
        return set;
    }

    public bool Contains(int passage) => (words[passage / WordBits] & (1UL << passage)) != 0;

    public void And(PassageSet other)
    {
        for (var i = 0; i < words.Length; i++)
            words[i] &= other.words[i];
    }

    public void Or(PassageSet other)
    {
        for (var i = 0; i < words.Length; i++)
            words[i] |= other.words[i];
    }

    public void Except(PassageSet other)
    {
        for (var i = 0; i < words.Length; i++)
            words[i] &= ~other.words[i];
    }

    public void AddRange(int first, int count)
    {
        for (var at = first; at < first + count; at = NextWord(at))
            words[at / WordBits] |= Mask(at, first + count);
    }

    public void RemoveRange(int first, int count)
    {
        for (var at = first; at < first + count; at = NextWord(at))
            words[at / WordBits] &= ~Mask(at, first + count);
    }

    /// <summary>How many there are.</summary>
    public int Count()
    {
        var count = 0;
        foreach (var word in words)
            count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>How many of a range there are.</summary>
    public int CountIn(int first, int count)
    {
        var found = 0;
        for (var at = first; at < first + count; at = NextWord(at))
            found += BitOperations.PopCount(words[at / WordBits] & Mask(at, first + count));
        return found;
    }

    /// <summary>The first at or after a place and before an end; -1 when there is none.</summary>
    public int Next(int start, int end)
    {
        for (var at = start; at < end; at = NextWord(at))
        {
            var found = words[at / WordBits] & Mask(at, end);
            if (found != 0)
                return (at / WordBits * WordBits) + BitOperations.TrailingZeroCount(found);
        }
        return -1;
    }

    private static int NextWord(int at) => ((at / WordBits) + 1) * WordBits;

    // The bits of a word from a place on that are before an end.
    private static ulong Mask(int at, int end)
    {
        var mask = ulong.MaxValue << at;
        return end < NextWord(at) ? mask & ~(ulong.MaxValue << end) : mask;
    }
}
