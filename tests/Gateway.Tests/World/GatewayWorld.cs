using Fazhi.Gateway.Tests.World;

[assembly: AssemblyFixture(typeof(GatewayWorld))]

namespace Fazhi.Gateway.Tests.World;

/// <summary>A backend and a gateway in front of it, with default settings, for all tests that change neither.</summary>
public sealed class GatewayWorld : IAsyncLifetime
{
    internal BackendHost Backend { get; private set; } = null!;

    internal GatewayHost Gateway { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Backend = await BackendHost.StartAsync();
        Gateway = await GatewayHost.StartAsync(Backend.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await Backend.DisposeAsync();
    }
}
