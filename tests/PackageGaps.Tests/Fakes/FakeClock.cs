namespace Fazhi.PackageGaps.Tests.Fakes;

/// <summary>A clock that goes only when it is told to.</summary>
internal sealed class FakeClock : DateTimeProvider
{
    private readonly Lock moving = new();
    private DateTimeOffset now = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset Now() => now;

    public void Advance(TimeSpan time)
    {
        lock (moving)
            now += time;
    }

    public override DateTimeOffset DeadTime(int attempts, TimeSpan? minDeadTimeout, TimeSpan? maxDeadTimeout)
    {
        var real = DefaultDateTimeProvider.Default;
        return now + TimeSpan.FromMilliseconds(Math.Round((real.DeadTime(attempts, minDeadTimeout, maxDeadTimeout) - real.Now()).TotalMilliseconds));
    }
}
