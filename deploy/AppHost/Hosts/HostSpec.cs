namespace Fazhi.AppHost.Hosts;

/// <summary>One process to run: what it is called, what it runs and where it listens.</summary>
/// <param name="Name">Short lower-case name, also the name of its data folder and the prefix of its log lines.</param>
/// <param name="Command">Program and arguments.</param>
/// <param name="Folder">Working folder, where its appsettings lie.</param>
/// <param name="Address">Base address it listens on.</param>
/// <param name="Environment">Environment variables in addition to those of the AppHost.</param>
internal sealed record HostSpec(
    string Name,
    IReadOnlyList<string> Command,
    string Folder,
    Uri Address,
    IReadOnlyDictionary<string, string> Environment);
