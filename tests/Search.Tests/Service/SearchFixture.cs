using Fazhi.Search.Fts5;
using Fazhi.Search.Indexing;
using Fazhi.Search.Tests.Elasticsearch;
using Fazhi.Search.V1;
using Fazhi.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Fazhi.Search.Tests.Service;

/// <summary>The search service on a real socket beside the services that it listens to.</summary>
internal sealed class SearchFixture : IAsyncDisposable
{
    private readonly TempFolder folder;
    private readonly ElasticsearchNode? server;
    private readonly string prefix;
    private RealHost? host;

    // A large library on a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public required FakeServices Services { get; init; }

    public SearchService.SearchServiceClient Client => host!.Client<SearchService.SearchServiceClient>();

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts with the embedded engine, after the feeds have been filled, and waits until all of it is found.</summary>
    public static Task<SearchFixture> StartAsync(Action<FakeServices>? fill = null, params string[] arguments) => StartOnAsync(null, fill, arguments);

    /// <summary>The same on an Elasticsearch, with indices of its own; null for the embedded engine.</summary>
    public static async Task<SearchFixture> StartOnAsync(ElasticsearchNode? server, Action<FakeServices>? fill = null, params string[] arguments)
    {
        var folder = new TempFolder();
        var services = await FakeServices.StartAsync(folder);
        fill?.Invoke(services);
        var prefix = $"fazhi-{Guid.NewGuid():N}";
        if (server is not null)
        {
            arguments =
            [
                "--Fazhi:Search:Engine=elasticsearch",
                $"--Fazhi:Search:Elasticsearch:Nodes:0={server.Address}",
                $"--Fazhi:Search:Elasticsearch:IndexPrefix={prefix}",
                "--Fazhi:Search:Elasticsearch:Replicas=0",
                .. arguments,
            ];
        }
        var fixture = new SearchFixture(folder, server, prefix) { Services = services, Arguments = arguments };
        await fixture.StartHostAsync();
        await fixture.CaughtUpAsync();
        return fixture;
    }

    public string Folder => folder["search"];

    public TempFolder Root => folder;

    /// <summary>Further command line of the host.</summary>
    public string[] Arguments { get; init; } = [];

    public SavedSearchService.SavedSearchServiceClient Saved => host!.Client<SavedSearchService.SavedSearchServiceClient>();

    public T Part<T>()
        where T : notnull => host!.Services.GetRequiredService<T>();

    public async Task StartHostAsync() => host = await RealHost.StartAsync(Program.Build, Folder, [.. Services.Arguments, .. Arguments]);

    public async Task StopHostAsync()
    {
        if (host is not null)
            await host.DisposeAsync();
        host = null;
    }

    /// <summary>Waits until the feeds have nothing more, and all of it is found.</summary>
    public Task CaughtUpAsync() => FoundWhenAsync(status => status.Feeds.All(feed => feed.CaughtUp));

    /// <summary>Waits until every change put so far is found.</summary>
    public Task TakenInAsync() => FoundWhenAsync(status =>
        status.Feeds.Select(feed => feed.ResumeToken).SequenceEqual([Services.Plans.Head, Services.Reports.Head, Services.Regions.Head]));

    public async Task<IndexStatus> StatusAsync() => await Client.GetIndexStatusAsync(new GetIndexStatusRequest(), cancellationToken: Token);

    public async Task<SearchResponse> SearchAsync(string query, SearchFilter? filter = null) =>
        await Client.SearchAsync(new SearchRequest { Query = query, Filter = filter }, cancellationToken: Token);

    /// <summary>Whether exactly these documents have all words as they stand.</summary>
    public async Task<bool> FindsAsync(string query, params string[] names) =>
        (await Client.SearchAsync(new SearchRequest { Query = query, Literal = true }, cancellationToken: Token)).Results.Select(result => result.Document.Name).ToHashSet().SetEquals(names);

    public Task<string> ContentHashAsync() => ((Fts5SearchIndex)host!.Services.GetRequiredService<SearchIndex>()).GetContentHashAsync(Token);

    /// <summary>Deletes the index behind the back of the service, which must be stopped.</summary>
    public async Task DropIndexAsync()
    {
        if (server is not null)
            await ElasticsearchIndices.DropAsync(server.Http, prefix);
        else
            Directory.Delete(Path.Combine(Folder, "index"), recursive: true);
    }

    public async ValueTask DisposeAsync()
    {
        await StopHostAsync();
        await Services.DisposeAsync();
        if (server is not null)
            await ElasticsearchIndices.DropAsync(server.Http, prefix);
        folder.Dispose();
    }

    private SearchFixture(TempFolder folder, ElasticsearchNode? server, string prefix) => (this.folder, this.server, this.prefix) = (folder, server, prefix);

    private async Task FoundWhenAsync(Func<IndexStatus, bool> takenIn)
    {
        await Eventually.True(async () => takenIn(await StatusAsync()), Patience);
        await Part<SearchIndex>().MakeVisibleAsync(Token);
    }
}
