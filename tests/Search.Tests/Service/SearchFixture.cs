using Fazhi.Search.Fts5;
using Fazhi.Search.Indexing;
using Fazhi.Search.V1;
using Fazhi.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Fazhi.Search.Tests.Service;

/// <summary>The search service on a real socket beside the services that it listens to.</summary>
internal sealed class SearchFixture : IAsyncDisposable
{
    private readonly TempFolder folder;
    private RealHost? host;

    public required FakeServices Services { get; init; }

    public SearchService.SearchServiceClient Client => host!.Client<SearchService.SearchServiceClient>();

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts, after the feeds have been filled, and waits until all of it is found.</summary>
    public static async Task<SearchFixture> StartAsync(Action<FakeServices>? fill = null, params string[] arguments)
    {
        var folder = new TempFolder();
        var services = await FakeServices.StartAsync(folder);
        fill?.Invoke(services);
        var fixture = new SearchFixture(folder) { Services = services, Arguments = arguments };
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

    public Task CaughtUpAsync() => Eventually.True(async () => (await StatusAsync()).Feeds.All(feed => feed.CaughtUp));

    /// <summary>Waits until every change put so far is in the index.</summary>
    public Task TakenInAsync() => Eventually.True(async () =>
        (await StatusAsync()).Feeds.Select(feed => feed.ResumeToken).SequenceEqual([Services.Plans.Head, Services.Reports.Head, Services.Regions.Head]));

    public async Task<IndexStatus> StatusAsync() => await Client.GetIndexStatusAsync(new GetIndexStatusRequest(), cancellationToken: Token);

    public async Task<SearchResponse> SearchAsync(string query, SearchFilter? filter = null) =>
        await Client.SearchAsync(new SearchRequest { Query = query, Filter = filter }, cancellationToken: Token);

    /// <summary>Whether exactly these documents have all words as they stand.</summary>
    public async Task<bool> FindsAsync(string query, params string[] names) =>
        (await Client.SearchAsync(new SearchRequest { Query = query, Literal = true }, cancellationToken: Token)).Results.Select(result => result.Document.Name).ToHashSet().SetEquals(names);

    public Task<string> ContentHashAsync() => ((Fts5SearchIndex)host!.Services.GetRequiredService<SearchIndex>()).GetContentHashAsync(Token);

    public async ValueTask DisposeAsync()
    {
        await StopHostAsync();
        await Services.DisposeAsync();
        folder.Dispose();
    }

    private SearchFixture(TempFolder folder) => this.folder = folder;
}
