using Fazhi.Testing;
using Fazhi.Units.V1;

namespace Fazhi.Benchmarks;

/// <summary>A unary call through the gateway, directly to the service, and to an empty Grpc.AspNetCore method.</summary>
internal static class CallBenchmark
{
    private const int Calls = 5_000;

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        Report.Title("UnitService.GetRegion: empty method, service, through the gateway");
        await using var platform = await RunningPlatform.StartAsync();
        await using var empty = ChildProcess.Start("dotnet", [typeof(Program).Assembly.Location, EmptyServer.Argument]);
        using var emptyChannel = RunningPlatform.Connect(await empty.WaitForLineAsync(line => line.StartsWith("http", StringComparison.Ordinal)));

        (string Name, UnitService.UnitServiceClient Client)[] ways =
        [
            ("empty", new(emptyChannel)),
            ("direct", new(platform.Channel("units"))),
            ("gateway", new(platform.Channel("gateway"))),
        ];
        var rows = new List<(string, Latencies)>();
        foreach (var clients in new[] { 1, 16 })
        {
            foreach (var (name, client) in ways)
                rows.Add((name, await MeasureAsync(client, clients, cancellationToken)));
        }

        Report.Table(rows, "direct");
        Console.WriteLine();
        Report.Table(rows, "empty");
    }

    private static Task<Latencies> MeasureAsync(UnitService.UnitServiceClient client, int clients, CancellationToken cancellationToken)
    {
        var request = new GetRegionRequest { Name = "regions/320400" };
        return Latencies.MeasureAsync(async token => await client.GetRegionAsync(request, cancellationToken: token), clients, Calls, cancellationToken);
    }
}
