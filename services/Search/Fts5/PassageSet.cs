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

    /// <summary>Those of a range, in order.</summary>
    public Range Within(int first, int count) => new(words, first, first + count);

    private static int NextWord(int at) => ((at / WordBits) + 1) * WordBits;

    // The bits of a word from a place on that are before an end.
    private static ulong Mask(int at, int end)
    {
        var mask = ulong.MaxValue << at;
        return end < NextWord(at) ? mask & ~(ulong.MaxValue << end) : mask;
    }

    /// <summary>The passages of a set from one to another, in order.</summary>
    internal ref struct Range
    {
        private readonly ReadOnlySpan<ulong> words;
        private readonly int end;
        private int at;
        private ulong left;

        public Range(ReadOnlySpan<ulong> words, int first, int end)
        {
            this.words = words;
            this.end = end;
            at = first / WordBits * WordBits;
            left = first < end ? words[first / WordBits] & Mask(first, end) : 0;
        }

        public int Current { get; private set; }

        public readonly Range GetEnumerator() => this;

        public bool MoveNext()
        {
            while (left == 0)
            {
                at += WordBits;
                if (at >= end)
                    return false;
                left = words[at / WordBits] & Mask(at, end);
            }
            Current = at + BitOperations.TrailingZeroCount(left);
            left &= left - 1;
            return true;
        }

        public readonly int[] ToArray()
        {
            var passages = new List<int>();
            foreach (var passage in this)
                passages.Add(passage);
            return [.. passages];
        }
    }
}
