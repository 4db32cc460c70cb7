using System.Globalization;

namespace Fazhi.AppHost.Hosts;

/// <summary>The hosts of the platform: which there are, where their assemblies are and what each is told.</summary>
internal static class HostCatalog
{
    public const string Gateway = "gateway";

    /// <summary>The services behind the gateway, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<string> Services = ["units", "plans", "reports", "supervision", "search"];

    /// <summary>Describes every host, the gateway last.</summary>
    /// <param name="baseFolder">Folder of the AppHost's own assembly.</param>
    /// <param name="data">Where the hosts keep their files.</param>
    /// <param name="gatewayPort">Port of the gateway.</param>
    /// <param name="servicePorts">A port for each of <see cref="Services"/>, in that order.</param>
    public static IReadOnlyList<HostSpec> Describe(string baseFolder, DataFolder data, int gatewayPort, IReadOnlyList<int> servicePorts)
    {
        var addresses = Services.Zip(servicePorts, (name, port) => (name, address: new Uri($"http://127.0.0.1:{port}"))).ToList();
        var known = addresses.ToDictionary(entry => $"Fazhi__Services__{Project(entry.name)}", entry => Listen(entry.address));
        var gateway = new Uri($"http://localhost:{gatewayPort}");
        return [.. addresses.Append((Gateway, gateway)).Select(entry => Describe(entry.Item1, entry.Item2))];

        HostSpec Describe(string name, Uri address)
        {
            var assembly = HostAssemblies.Find(baseFolder, Project(name));
            return new HostSpec(name, ["dotnet", assembly], Path.GetDirectoryName(assembly)!, address, Settings(name, address));
        }

        Dictionary<string, string> Settings(string name, Uri address) => new(known)
        {
            ["Fazhi__Data"] = data.Of(name),
            ["Fazhi__Listen"] = Listen(address),
            ["Fazhi__ExitWithParent"] = "true",
            // Six processes share one machine: one heap each.
            ["DOTNET_gcServer"] = "0",
            // Where they listen is said once by the AppHost, not in four lines by each.
            ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Warning",
        };
    }

    private static string Listen(Uri address) => address.GetLeftPart(UriPartial.Authority);

    /// <summary>The project of a host: its name with a capital.</summary>
    private static string Project(string name) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name);
}
