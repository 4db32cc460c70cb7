using Fazhi.Search.Feeds;
using Fazhi.Search.Indexing;
using Fazhi.Search.V1;
using Fazhi.Testing;
using Grpc.Core;
using Grpc.Net.Client;

namespace Fazhi.Benchmarks.Searching;

/// <summary>The search service in a process of its own, fed by <see cref="CorpusFeeds"/>; where it is wanted, the gateway before it.</summary>
internal sealed class SearchPlatform : IAsyncDisposable
{
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(90);

    // Each question has the engine count: asked more often, it would be that which is measured.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly TempFolder data = new();
    private readonly List<ChildProcess> processes = [];
    private readonly List<GrpcChannel> channels = [];
    private readonly string feeds;
    private readonly string address = $"http://127.0.0.1:{FreePort.Find()}";

    private SearchPlatform(CorpusFeeds feeds)
    {
        this.feeds = feeds.Address;
        Service = Connect(address);
    }

    /// <summary>Calls straight to the service.</summary>
    public SearchService.SearchServiceClient Service { get; }

    /// <summary>Where the gateway listens, once it is started.</summary>
    public Uri? Gateway { get; private set; }

    /// <summary>Folder of the service's files.</summary>
    public string Data => data["search"];

    /// <summary>Starts the service, and waits until it answers.</summary>
    /// <param name="feeds">What it takes in.</param>
    /// <param name="engine">Settings of the engine, as environment variables.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<SearchPlatform> StartAsync(CorpusFeeds feeds, IReadOnlyDictionary<string, string> engine, CancellationToken cancellationToken)
    {
        var platform = new SearchPlatform(feeds);
        try
        {
            platform.Start("Search", platform.address, engine);
            await WaitUntilAnsweringAsync(platform.Service, cancellationToken);
            return platform;
        }
        catch
        {
            await platform.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the gateway.</summary>
    /// <returns>Calls through it.</returns>
    public async Task<SearchService.SearchServiceClient> StartGatewayAsync(CancellationToken cancellationToken)
    {
        var gateway = $"http://127.0.0.1:{FreePort.Find()}";
        // The load of a benchmark is what the limits of the gateway are there to refuse.
        Start("Gateway", gateway, new Dictionary<string, string> { ["Fazhi__Gateway__RateLimit__Enabled"] = "false" });
        Gateway = new Uri(gateway);
        var client = Connect(gateway);
        await WaitUntilAnsweringAsync(client, cancellationToken);
        return client;
    }

    /// <summary>Waits until a service has taken in so many documents of the feeds, whether they can be found yet or not.</summary>
    public static Task WaitUntilTakenInAsync(SearchService.SearchServiceClient service, int documents, CancellationToken cancellationToken) => WaitAsync(
        service,
        // Plans and reports share the numbers: of the two last positions one is one less.
        status => status.Feeds.Where(feed => feed.Feed != FeedNames.Units).All(feed => FeedPosition.NumberOf(feed.ResumeToken) >= documents - 1),
        cancellationToken);

    /// <summary>Waits until so many documents can be found.</summary>
    public static Task WaitUntilFindableAsync(SearchService.SearchServiceClient service, int documents, CancellationToken cancellationToken) =>
        WaitAsync(service, status => status.DocumentCount >= documents && status.Feeds.All(feed => feed.CaughtUp), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in channels)
            channel.Dispose();
        foreach (var process in processes)
            await process.DisposeAsync();
        data.Dispose();
    }

    private static async Task WaitAsync(SearchService.SearchServiceClient service, Func<IndexStatus, bool> reached, CancellationToken cancellationToken)
    {
        while (!reached(await service.GetIndexStatusAsync(new GetIndexStatusRequest(), cancellationToken: cancellationToken)))
            await Task.Delay(Pause, cancellationToken);
    }

    private static Task WaitUntilAnsweringAsync(SearchService.SearchServiceClient client, CancellationToken cancellationToken) => Eventually.True(
        async () =>
        {
            try
            {
                await client.GetIndexStatusAsync(new GetIndexStatusRequest(), cancellationToken: cancellationToken);
                return true;
            }
            catch (RpcException error) when (error.StatusCode == StatusCode.Unavailable)
            {
                return false;
            }
        },
        StartDeadline,
        "an answer of search");

    private SearchService.SearchServiceClient Connect(string to)
    {
        var channel = RunningPlatform.Connect(to);
        channels.Add(channel);
        return new SearchService.SearchServiceClient(channel);
    }

    private void Start(string project, string listen, IReadOnlyDictionary<string, string> settings)
    {
        var environment = new Dictionary<string, string>(settings)
        {
            ["Fazhi__Listen"] = listen,
            ["Fazhi__Data"] = data[project.ToLowerInvariant()],
            ["Fazhi__ExitWithParent"] = "true",
            ["Fazhi__Services__Search"] = address,
            ["DOTNET_gcServer"] = "0",
            ["Logging__LogLevel__Default"] = "Warning",
        };
        foreach (var name in (string[])["Units", "Plans", "Reports", "Supervision"])
            environment[$"Fazhi__Services__{name}"] = feeds;
        processes.Add(ChildProcess.Start("dotnet", [AssemblyOf(project)], environment));
    }

    // The build of the AppHost lists where it left the hosts.
    private static string AssemblyOf(string project)
    {
        var list = Path.Combine(Path.GetDirectoryName(RunningPlatform.AppHost)!, "hosts.list");
        return File.ReadLines(list)
            .Select(line => Path.GetFullPath(line.Replace('\\', Path.DirectorySeparatorChar), Path.GetDirectoryName(list)!))
            .Single(path => Path.GetFileName(path) == $"Fazhi.{project}.dll");
    }
}
