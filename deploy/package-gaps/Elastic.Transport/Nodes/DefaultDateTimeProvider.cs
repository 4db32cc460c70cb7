namespace Elastic.Transport;

/// <summary>The system's clock; with each failure a node is left out for longer, by the square root of two.</summary>
public sealed class DefaultDateTimeProvider : DateTimeProvider
{
    /// <summary>The one there is.</summary>
    public static readonly DefaultDateTimeProvider Default = new();

    private static readonly TimeSpan FirstTime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestTime = TimeSpan.FromMinutes(30);

    private DefaultDateTimeProvider()
    {
    }

    /// <inheritdoc/>
    public override DateTimeOffset Now() => DateTimeOffset.UtcNow;

    /// <inheritdoc/>
    public override DateTimeOffset DeadTime(int attempts, TimeSpan? minDeadTimeout, TimeSpan? maxDeadTimeout)
    {
        var time = (minDeadTimeout ?? FirstTime).TotalMilliseconds * Math.Pow(2, attempts / 2.0);
        return Now().AddMilliseconds(Math.Min(time, (maxDeadTimeout ?? LongestTime).TotalMilliseconds));
    }
}
