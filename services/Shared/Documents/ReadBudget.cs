using System.Diagnostics;

namespace Fazhi.Documents;

/// <summary>Counts the time that one document has taken and knows when to stop.</summary>
internal sealed class ReadBudget(ReadLimits limits, CancellationToken cancellationToken)
{
    private const int CallsPerLook = 256;
    private readonly long _started = Stopwatch.GetTimestamp();
    private int _calls;

    public ReadLimits Limits { get; } = limits;

    /// <summary>Ends the work early.</summary>
    public CancellationToken Cancellation { get; } = cancellationToken;

    /// <summary>What is left of the time.</summary>
    public TimeSpan TimeLeft => Limits.Timeout - Stopwatch.GetElapsedTime(_started) is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    /// <summary>To be called in every loop over the input: cheap, and looks at the clock now and then.</summary>
    public void Spend()
    {
        if (++_calls % CallsPerLook == 0)
            Check();
    }

    /// <summary>Looks at the clock and at the cancellation now.</summary>
    public void Check()
    {
        Cancellation.ThrowIfCancellationRequested();
        if (Stopwatch.GetElapsedTime(_started) > Limits.Timeout)
            throw new UnreadableException(DocumentErrorCode.TimedOut, $"解析用时超过上限 {Limits.Timeout.TotalSeconds:0.#} 秒。");
    }

    /// <summary>Ends the reading when <paramref name="count"/> is over <paramref name="limit"/>.</summary>
    public static void Require(int count, int limit, string what)
    {
        if (count > limit)
            throw new UnreadableException(DocumentErrorCode.TooLarge, $"{what}超过上限 {limit}。");
    }
}
