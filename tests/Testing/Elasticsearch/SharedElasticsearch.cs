namespace Fazhi.Testing;

/// <summary>
/// One Elasticsearch for all tests of a class or collection (as its fixture), started by the first that asks for it. It is asked for in the test and not by the
/// fixture's start, so that a test without a server is skipped and not failed.
/// </summary>
public sealed class SharedElasticsearch : IAsyncDisposable
{
    private readonly Lazy<Task<ElasticsearchNode>> node = new(() => ElasticsearchNode.StartAsync());

    /// <summary>The node, ready.</summary>
    public Task<ElasticsearchNode> NodeAsync() => node.Value;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (node is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await node.Value).DisposeAsync();
    }
}
