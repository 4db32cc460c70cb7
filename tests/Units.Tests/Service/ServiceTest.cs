using Fazhi.Testing;
using Fazhi.Units.V1;

namespace Fazhi.Units.Tests.Service;

/// <summary>A units host on a real socket with a store of its own, and the fictional province that the tests add to it.</summary>
public abstract class ServiceTest : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private RealHost? _host;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected UnitService.UnitServiceClient Client => Host.Client<UnitService.UnitServiceClient>();

    protected RealHost Host => _host ?? throw new InvalidOperationException("not started");

    protected string DataFolder => _folder.Path;

    public async ValueTask InitializeAsync() => await StartAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task StartAsync() => _host = await RealHost.StartAsync(Program.Build, _folder.Path);

    protected async Task StopAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
            _host = null;
        }
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
