namespace Fazhi.Search.Query;

/// <summary>Years from the first to the last, both included.</summary>
/// <param name="First">First year: 2021.</param>
/// <param name="Last">Last year: 2025.</param>
internal readonly record struct YearRange(int First, int Last)
{
    // A period that was misread must not become thousands of years.
    private const int MaxYears = 50;

    /// <summary>Every year of it, at most 50.</summary>
    public IEnumerable<int> Each() => Enumerable.Range(First, Math.Clamp(Last - First + 1, 0, MaxYears));
}
