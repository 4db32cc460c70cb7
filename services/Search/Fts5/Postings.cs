namespace Fazhi.Search.Fts5;

/// <summary>The passages that have something, in order, up to a document. Never changed once it is given out; arrays may go on behind <see cref="Count"/>.</summary>
/// <param name="Passages">Their numbers.</param>
/// <param name="Weights">How much each of them has it; null when that is not asked.</param>
/// <param name="Count">How many.</param>
/// <param name="Documents">How many documents were looked at.</param>
/// <param name="Generation">The generation that they were looked at in: those gone before are not among them.</param>
internal sealed record Postings(int[] Passages, float[]? Weights, int Count, int Documents, long Generation)
{
    public static Postings Empty { get; } = new([], null, 0, 0, 0);

    /// <summary>Bytes that it takes in memory.</summary>
    public long Size => 128 + (sizeof(int) * (long)Passages.Length) + (sizeof(float) * (long)(Weights?.Length ?? 0));

    /// <summary>Those that are numbered below a limit.</summary>
    public ReadOnlySpan<int> Below(int limit)
    {
        var found = Passages.AsSpan(0, Count);
        if (Count == 0 || found[^1] < limit)
            return found;
        var end = found.BinarySearch(limit);
        return found[..(end < 0 ? ~end : end)];
    }
}
