using Fazhi.Testing;
using Fazhi.Units.V1;
using Grpc.Net.Client;

namespace Fazhi.Units.Tests.Service;

public sealed class CrashTests
{
    [Fact]
    public async Task Killed_service_has_everything_it_acknowledged_after_restart()
    {
        using var folder = new TempFolder();
        var port = FreePort.Find();
        var names = new List<string>();
        await using (var first = await StartAsync(folder, port))
        {
            using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");
            var client = new UnitService.UnitServiceClient(channel);
            for (var number = 0; number < 20; number++)
            {
                var request = new CreateUnitRequest { Unit = new Unit { RegionCode = "430406", DisplayName = $"第{number}局" } };
                names.Add((await client.CreateUnitAsync(request, cancellationToken: TestContext.Current.CancellationToken)).Name);
            }

            await first.KillAsync();
        }

        await using var second = await StartAsync(folder, port);
        using var again = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");
        var units = new UnitService.UnitServiceClient(again);
        var list = await units.ListUnitsAsync(new ListUnitsRequest(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(names.Order(StringComparer.Ordinal), list.Units.Select(unit => unit.Name).Order(StringComparer.Ordinal));
        var regions = await units.ListRegionsAsync(new ListRegionsRequest { PageSize = 1 }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(3214, regions.TotalSize);
    }

    private static async Task<ChildProcess> StartAsync(TempFolder folder, int port)
    {
        var child = ChildProcess.Start(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Fazhi.Units.dll"), $"--Fazhi:Listen=http://127.0.0.1:{port}", $"--Fazhi:Data={folder.Path}"]);
        await child.WaitForLineAsync(line => line.Contains("Now listening on", StringComparison.Ordinal));
        return child;
    }
}
