namespace Fazhi.Testing;

/// <summary>
/// Choices that follow from a number alone (SplitMix64): a few lines, the same everywhere. Not <see cref="Random"/>, whose sequence for a seed is no
/// promise between versions of .NET.
/// </summary>
internal sealed class Choice(ulong state)
{
    private ulong _state = state;

    public T Of<T>(IReadOnlyList<T> values) => values[Below(values.Count)];

    /// <summary>The first values much more often than the last: of a hundred, the first in every fifth choice.</summary>
    public T Skewed<T>(IReadOnlyList<T> values)
    {
        var share = (Next() >> 11) * (1.0 / (1UL << 53));
        return values[(int)(values.Count * share * share * share)];
    }

    public bool OneIn(int count) => Below(count) == 0;

    public int Below(int limit) => (int)(Next() % (ulong)limit);

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
