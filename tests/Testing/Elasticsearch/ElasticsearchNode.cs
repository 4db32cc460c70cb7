namespace Fazhi.Testing;

/// <summary>
/// A real Elasticsearch of one node, without security: the one at <c>FAZHI_ELASTICSEARCH</c> (its URL), else one that is started here on free ports with
/// its data in a temporary folder. Where there is neither, the test is skipped. One that others use too may run: take index names of your own.
/// </summary>
/// <example><code>await using var node = await ElasticsearchNode.StartAsync();
/// var client = new ElasticsearchClient(node.Address);</code></example>
public sealed class ElasticsearchNode : IAsyncDisposable
{
    // Enough for a test.
    private const string Heap = "512m";

    private readonly TempFolder? data;
    private readonly string heap;
    private readonly string[] settings;
    private ElasticsearchProgram? program;

    private ElasticsearchNode(Uri address, TempFolder? data, string heap, string[] settings)
    {
        (Address, this.data, this.heap, this.settings) = (address, data, heap, settings);
        Http = new HttpClient { BaseAddress = address };
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Plain requests to it.</summary>
    public HttpClient Http { get; }

    /// <summary>Starts it, and waits until it is ready.</summary>
    /// <param name="settings">Further settings, as <c>name=value</c>.</param>
    public static async Task<ElasticsearchNode> StartAsync(params string[] settings) =>
        ElasticsearchProgram.Running is { } address ? new ElasticsearchNode(address, null, Heap, settings) : await StartOwnAsync(settings);

    /// <summary>Starts one that belongs to this test alone, whatever <c>FAZHI_ELASTICSEARCH</c> says: it may be killed.</summary>
    /// <inheritdoc cref="StartAsync"/>
    public static Task<ElasticsearchNode> StartOwnAsync(params string[] settings) => ElasticsearchProgram.WithFreePortsAsync(() => StartOnceAsync(Heap, settings));

    /// <summary>Starts one that belongs to this run alone and has as much memory as it needs for millions of passages.</summary>
    public static Task<ElasticsearchNode> StartLargeAsync() => ElasticsearchProgram.WithFreePortsAsync(() => StartOnceAsync("3g", []));

    /// <summary>SIGKILL: what it acknowledged is there after <see cref="StartAgainAsync"/>.</summary>
    public async Task KillAsync()
    {
        if (program is null)
            throw new InvalidOperationException("only a node that the test started (StartOwnAsync) can be killed");
        await program.DisposeAsync();
        program = null;
    }

    /// <summary>Starts it again, on the same port with the same data.</summary>
    public async Task StartAgainAsync()
    {
        program = ElasticsearchProgram.Start(data!.Path, heap, null, [$"http.port={Address.Port}", $"transport.port={FreePort.Find()}", .. settings]);
        await program.WaitUntilReadyAsync(Http);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (program is not null)
            await program.DisposeAsync();
        data?.Dispose();
    }

    private static async Task<ElasticsearchNode> StartOnceAsync(string heap, string[] settings)
    {
        ElasticsearchProgram.Folder();
        var node = new ElasticsearchNode(new Uri($"http://127.0.0.1:{FreePort.Find()}"), new TempFolder(), heap, settings);
        try
        {
            await node.StartAgainAsync();
            return node;
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }
}
