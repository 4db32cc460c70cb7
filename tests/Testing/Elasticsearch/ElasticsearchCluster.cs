namespace Fazhi.Testing;

/// <summary>
/// A real Elasticsearch of three nodes, without security, for tests of failover. The test is skipped where the server is not there. It needs 1.2 GB and
/// half a minute: one for several tests.
/// </summary>
public sealed class ElasticsearchCluster : IAsyncDisposable
{
    private const int Size = 3;

    private readonly TempFolder data = new();
    private readonly int[] transportPorts = [.. Enumerable.Range(0, Size).Select(_ => FreePort.Find())];
    private readonly ElasticsearchProgram?[] programs = new ElasticsearchProgram?[Size];
    private readonly HttpClient[] clients;

    private ElasticsearchCluster()
    {
        Addresses = [.. Enumerable.Range(0, Size).Select(_ => new Uri($"http://127.0.0.1:{FreePort.Find()}"))];
        clients = [.. Addresses.Select(address => new HttpClient { BaseAddress = address })];
    }

    /// <summary>Where the nodes listen, by number from 0.</summary>
    public IReadOnlyList<Uri> Addresses { get; }

    /// <summary>Plain requests to a node.</summary>
    public HttpClient Http(int node) => clients[node];

    /// <summary>Starts all nodes, and waits until they have found one another.</summary>
    public static Task<ElasticsearchCluster> StartAsync() => ElasticsearchProgram.WithFreePortsAsync(StartOnceAsync);

    /// <summary>SIGKILL to a node. The others need some seconds to notice.</summary>
    /// <param name="node">Its number, from 0.</param>
    public async Task KillAsync(int node)
    {
        if (programs[node] is { } program)
            await program.DisposeAsync();
        programs[node] = null;
    }

    /// <summary>Starts a killed node again, on the same port with the same data, and waits until all that run have found one another.</summary>
    public async Task StartAgainAsync(int node)
    {
        Launch(node);
        await programs[node]!.WaitUntilReadyAsync(clients[node], programs.Count(program => program is not null));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients)
            client.Dispose();
        for (var node = 0; node < Size; node++)
            await KillAsync(node);
        data.Dispose();
    }

    private static async Task<ElasticsearchCluster> StartOnceAsync()
    {
        ElasticsearchProgram.Folder();
        var cluster = new ElasticsearchCluster();
        try
        {
            for (var node = 0; node < Size; node++)
                cluster.Launch(node);
            for (var node = 0; node < Size; node++)
                await cluster.programs[node]!.WaitUntilReadyAsync(cluster.clients[node], Size);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    private void Launch(int node) => programs[node] = ElasticsearchProgram.Start(
        data[$"node-{node}"],
        "384m",
        null,
        [
            $"node.name=node-{node}", $"http.port={Addresses[node].Port}", $"transport.port={transportPorts[node]}", "discovery.type=multi-node",
            $"discovery.seed_hosts={string.Join(',', transportPorts.Select(port => $"127.0.0.1:{port}"))}",
            $"cluster.initial_master_nodes={string.Join(',', Enumerable.Range(0, Size).Select(number => $"node-{number}"))}",
        ]);
}
