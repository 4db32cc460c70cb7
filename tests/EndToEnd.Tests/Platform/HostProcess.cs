namespace Fazhi.EndToEnd.Tests.Platform;

/// <summary>One running host of the platform.</summary>
/// <param name="Name">units, plans, reports, supervision, search or gateway.</param>
/// <param name="Id">Process id.</param>
/// <param name="Address">Where it listens.</param>
internal sealed record HostProcess(string Name, int Id, Uri Address)
{
    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["units", "plans", "reports", "supervision", "search", "gateway"];

    /// <summary>The host that a process is; null if it is none, or about to become one.</summary>
    public static HostProcess? From(LinuxProcess process)
    {
        var name = Names.FirstOrDefault(name => process.Arguments.Any(argument =>
            Path.GetFileName(argument).Equals($"Fazhi.{name}.dll", StringComparison.OrdinalIgnoreCase)));
        return name is not null && process.Environment.TryGetValue("Fazhi__Listen", out var address)
            ? new HostProcess(name, process.Id, new Uri(address))
            : null;
    }

    /// <summary>Ends it at once, as a crash would.</summary>
    public void Kill() => LinuxProcess.Signal(Id, LinuxProcess.Kill);
}
