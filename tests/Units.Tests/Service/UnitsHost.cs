using Fazhi.Testing;
using Fazhi.Units.V1;

namespace Fazhi.Units.Tests.Service;

/// <summary>A units host on a real socket with a store of its own. As a class fixture it is for tests that change nothing.</summary>
public sealed class UnitsHost : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private RealHost? _host;

    public RealHost Host => _host ?? throw new InvalidOperationException("not started");

    public UnitService.UnitServiceClient Client => Host.Client<UnitService.UnitServiceClient>();

    public async ValueTask InitializeAsync() => await StartAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
    }

    public async Task StartAsync() => _host = await RealHost.StartAsync(Program.Build, _folder.Path);

    public async Task StopAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
            _host = null;
        }
    }
}
