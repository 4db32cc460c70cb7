using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Fazhi.Testing;

/// <summary>Waits for a condition instead of a time.</summary>
public static class Eventually
{
    /// <summary>How long a condition may take unless the test says otherwise.</summary>
    public static readonly TimeSpan DefaultDeadline = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Returns as soon as the condition holds.</summary>
    /// <exception cref="TimeoutException">It did not hold within the deadline.</exception>
    public static Task True(
        Func<bool> condition, TimeSpan? deadline = null, [CallerArgumentExpression(nameof(condition))] string expression = "") =>
        True(() => Task.FromResult(condition()), deadline, expression);

    /// <inheritdoc cref="True(Func{bool}, TimeSpan?, string)"/>
    public static async Task True(
        Func<Task<bool>> condition, TimeSpan? deadline = null, [CallerArgumentExpression(nameof(condition))] string expression = "")
    {
        var limit = deadline ?? DefaultDeadline;
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(started) > limit)
                throw new TimeoutException($"not true within {limit.TotalSeconds:F1} s: {expression}");
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }
}
