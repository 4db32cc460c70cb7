namespace Fazhi.AppHost.Hosts;

/// <summary>
/// How long to wait before a host that ended is started again: twice as long each time, up to a limit, and from the
/// beginning once it ran long enough to be called stable.
/// </summary>
internal sealed class BackOff(TimeSpan first, TimeSpan limit, TimeSpan stable)
{
    private TimeSpan? _next;

    public static BackOff Default() => new(first: TimeSpan.FromMilliseconds(250), limit: TimeSpan.FromSeconds(30), stable: TimeSpan.FromSeconds(30));

    /// <summary>The wait after a run of the given length.</summary>
    public TimeSpan Next(TimeSpan ran)
    {
        var wait = ran < stable && _next is { } next ? next : first;
        _next = wait * 2 < limit ? wait * 2 : limit;
        return wait;
    }
}
