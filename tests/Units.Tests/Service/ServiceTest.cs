using Fazhi.Units.V1;

namespace Fazhi.Units.Tests.Service;

/// <summary>Each test has a units host with a store of its own.</summary>
public abstract class ServiceTest : IAsyncLifetime
{
    private readonly UnitsHost _host = new();

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected UnitService.UnitServiceClient Client => _host.Client;

    protected IServiceProvider Services => _host.Host.Services;

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task RestartAsync()
    {
        await _host.StopAsync();
        await _host.StartAsync();
    }

    /// <summary>岚川省, 临澜市, 望岫县.</summary>
    protected async Task AddFictionalRegionsAsync()
    {
        await CreateRegionAsync("990000", "岚川省");
        await CreateRegionAsync("990100", "临澜市");
        await CreateRegionAsync("990121", "望岫县");
    }

    protected async Task<Region> CreateRegionAsync(string code, string name) =>
        await Client.CreateRegionAsync(new CreateRegionRequest { Region = new Region { Code = code, DisplayName = name } }, cancellationToken: Cancellation);

    protected async Task<Unit> CreateUnitAsync(Unit unit, string requestId = "") =>
        await Client.CreateUnitAsync(new CreateUnitRequest { Unit = unit, RequestId = requestId }, cancellationToken: Cancellation);

    /// <summary>Reads the feed from a position up to the mark that the end is reached.</summary>
    protected async Task<List<WatchChangesResponse>> ReadFeedAsync(string resumeToken = "")
    {
        using var watch = Client.WatchChanges(new WatchChangesRequest { ResumeToken = resumeToken }, cancellationToken: Cancellation);
        var changes = new List<WatchChangesResponse>();
        while (await watch.ResponseStream.MoveNext(Cancellation))
        {
            changes.Add(watch.ResponseStream.Current);
            if (watch.ResponseStream.Current.CaughtUp)
            {
                break;
            }
        }

        return changes;
    }
}
