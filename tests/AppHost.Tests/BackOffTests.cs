using Fazhi.AppHost.Hosts;

namespace Fazhi.AppHost.Tests;

public sealed class BackOffTests
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Stable = TimeSpan.FromSeconds(30);

    [Fact]
    public void Each_wait_is_twice_the_one_before_up_to_the_limit()
    {
        var backOff = new BackOff(TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(3), Stable);
        var waits = Enumerable.Range(0, 6).Select(_ => backOff.Next(Short).TotalMilliseconds);
        Assert.Equal([250, 500, 1000, 2000, 3000, 3000], waits);
    }

    [Fact]
    public void Stable_run_begins_anew()
    {
        var backOff = new BackOff(TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(3), Stable);
        backOff.Next(Short);
        backOff.Next(Short);
        Assert.Equal(TimeSpan.FromMilliseconds(250), backOff.Next(Stable));
        Assert.Equal(TimeSpan.FromMilliseconds(500), backOff.Next(Short));
    }
}
