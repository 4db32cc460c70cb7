using Fazhi.Search.Elasticsearch;
using Fazhi.Search.Indexing;
using Fazhi.Search.Tests.Indexing;
using Fazhi.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Fazhi.Search.Tests.Elasticsearch;

/// <summary>An index of its own on a cluster that others use, too.</summary>
internal sealed class ElasticsearchFixture : IEngineFixture
{
    private readonly HttpClient http;
    private readonly ElasticsearchOptions options;
    private ElasticsearchSearchIndex index;

    public ElasticsearchFixture(ElasticsearchNode node, Func<ElasticsearchOptions, ElasticsearchOptions>? change = null)
        : this(node.Http, new ElasticsearchOptions { Nodes = [node.Address.ToString()] }, change)
    {
    }

    public ElasticsearchFixture(HttpClient http, ElasticsearchOptions given, Func<ElasticsearchOptions, ElasticsearchOptions>? change = null)
    {
        this.http = http;
        options = given with { IndexPrefix = $"fazhi-{Guid.NewGuid():N}", Replicas = given.Replicas ?? 0 };
        options = change?.Invoke(options) ?? options;
        index = Open(options);
    }

    public SearchIndex Index => index;

    public ElasticsearchOptions Options => options;

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Another process on the same index.</summary>
    public ElasticsearchSearchIndex OpenReplica(Func<ElasticsearchOptions, ElasticsearchOptions>? change = null) => Open(change?.Invoke(options) ?? options);

    public Task RefreshAsync() => index.MakeVisibleAsync(Token);

    public async Task ReopenAsync()
    {
        await index.DisposeAsync();
        index = Open(options);
    }

    // Nobody listens where the server was.
    public async Task BreakAsync()
    {
        await index.DisposeAsync();
        index = Open(options with { Nodes = [$"http://127.0.0.1:{FreePort.Find()}"] });
    }

    public async ValueTask DisposeAsync()
    {
        await index.DisposeAsync();
        await ElasticsearchIndices.DropAsync(http, options.IndexPrefix);
    }

    private static ElasticsearchSearchIndex Open(ElasticsearchOptions options) =>
        new(options, TimeProvider.System, NullLogger<ElasticsearchSearchIndex>.Instance);
}
