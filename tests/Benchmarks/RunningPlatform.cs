using System.Reflection;
using System.Text.RegularExpressions;
using Fazhi.Hosting;
using Fazhi.Testing;
using Grpc.Net.Client;

namespace Fazhi.Benchmarks;

/// <summary>All processes of the platform on one machine, as the AppHost starts them, without samples.</summary>
internal sealed partial class RunningPlatform : IAsyncDisposable
{
    private readonly TempFolder data;
    private readonly ChildProcess process;
    private readonly Dictionary<string, GrpcChannel> channels = [];

    private RunningPlatform(TempFolder data, ChildProcess process) => (this.data, this.process) = (data, process);

    /// <summary>The AppHost's assembly.</summary>
    public static string AppHost { get; } =
        typeof(RunningPlatform).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "AppHost").Value!;

    /// <summary>Folder of everything that it stores.</summary>
    public string Data => data.Path;

    public static async Task<RunningPlatform> StartAsync()
    {
        var data = new TempFolder();
        var settings = new Dictionary<string, string>
        {
            // The load of a benchmark is what the limits of the gateway are there to refuse.
            ["Fazhi__Gateway__RateLimit__Enabled"] = "false",
        };
        var process = ChildProcess.Start("dotnet", [AppHost, "--data", data.Path, "--port", "0", "--no-samples"], settings);
        var platform = new RunningPlatform(data, process);
        await process.WaitForLineAsync(line => line.Contains("Ctrl+C", StringComparison.Ordinal), TimeSpan.FromSeconds(90));
        return platform;
    }

    /// <summary>A channel to one process: <c>gateway</c>, <c>units</c>, <c>search</c>…</summary>
    public GrpcChannel Channel(string name)
    {
        if (!channels.TryGetValue(name, out var channel))
            channels[name] = channel = Connect(AddressOf(name));
        return channel;
    }

    public static GrpcChannel Connect(string address) => GrpcChannel.ForAddress(address, new GrpcChannelOptions
    {
        MaxReceiveMessageSize = FazhiHost.MaxMessageSize,
        HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true },
    });

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in channels.Values)
            channel.Dispose();
        process.Input.Close();
        await process.DisposeAsync();
        await data.DisposeAsync();
    }

    private string AddressOf(string name)
    {
        foreach (var line in process.Lines)
        {
            if (name == "gateway" && GatewayLine().Match(line) is { Success: true } gateway)
                return gateway.Groups[1].Value;
            if (ServiceLine().Match(line) is { Success: true } service && service.Groups[1].Value == name)
                return "http://" + service.Groups[2].Value;
        }

        throw new InvalidOperationException($"the AppHost printed no address of {name}:\n{string.Join('\n', process.Lines)}");
    }

    [GeneratedRegex(@"JSON\s+(http://\S+)")]
    private static partial Regex GatewayLine();

    [GeneratedRegex(@"^\s+([a-z]+)\s+(127\.0\.0\.1:\d+)\s*$")]
    private static partial Regex ServiceLine();
}
