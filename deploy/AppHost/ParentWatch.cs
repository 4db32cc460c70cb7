using System.Globalization;

namespace Fazhi.AppHost;

/// <summary>
/// Ends the platform when the <c>dotnet run</c> that started it is gone: it passes on signals, but cannot do so when it is killed itself.
/// Linux only, where /proc tells who the parent is; elsewhere, and for every other parent, nothing is watched.
/// </summary>
internal sealed class ParentWatch : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private readonly Timer? _timer;

    private ParentWatch(Timer? timer) => _timer = timer;

    public static ParentWatch Start(CancellationTokenSource stop)
    {
        if (Parent() is not { } parent || !IsDotnetRun(parent))
            return new ParentWatch(null);
        return new ParentWatch(new Timer(_ =>
        {
            if (Parent() != parent)
                stop.Cancel();
        }, null, Interval, Interval));
    }

    /// <summary>Process id of the parent, from the fourth field of /proc/self/stat; null where there is no /proc.</summary>
    private static int? Parent()
    {
        const string stat = "/proc/self/stat";
        if (!File.Exists(stat))
            return null;
        var text = File.ReadAllText(stat);
        // The second field, the program's name in brackets, may itself hold spaces and brackets.
        var rest = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return int.Parse(rest[1], CultureInfo.InvariantCulture);
    }

    private static bool IsDotnetRun(int process)
    {
        try
        {
            var arguments = File.ReadAllText($"/proc/{process}/cmdline").Split('\0');
            return Path.GetFileNameWithoutExtension(arguments[0]) == "dotnet" && arguments.Contains("run");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public ValueTask DisposeAsync() => _timer?.DisposeAsync() ?? ValueTask.CompletedTask;
}
