using Fazhi.Testing;

namespace Fazhi.EndToEnd.Tests.Platform;

/// <summary>A platform with its own temporary data folder and a client, for one test or one class of tests.</summary>
internal sealed class RunningPlatform : IAsyncDisposable
{
    private readonly TempFolder _folder;

    private RunningPlatform(TempFolder folder, AppHostProcess host)
    {
        _folder = folder;
        Host = host;
        Client = new FazhiClient(host.Address);
        Http = new HttpClient { BaseAddress = host.Address };
    }

    /// <summary>The processes.</summary>
    public AppHostProcess Host { get; private set; }

    /// <summary>gRPC through the gateway.</summary>
    public FazhiClient Client { get; private set; }

    /// <summary>HTTP/1.1 to the gateway.</summary>
    public HttpClient Http { get; private set; }

    public static async Task<RunningPlatform> StartAsync(CancellationToken cancellation, bool samples = false)
    {
        var folder = new TempFolder();
        try
        {
            return new RunningPlatform(folder, await AppHostProcess.StartAsync(folder.Path, cancellation, samples));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Ends all processes, lets the caller touch the data folder, and starts again on the same data.</summary>
    public async Task RestartAsync(Action<string> between, CancellationToken cancellation)
    {
        Client.Dispose();
        Http.Dispose();
        await Host.DisposeAsync();
        between(_folder.Path);
        Host = await AppHostProcess.StartAsync(_folder.Path, cancellation);
        Client = new FazhiClient(Host.Address);
        Http = new HttpClient { BaseAddress = Host.Address };
    }

    /// <summary>Waits until the index has taken in everything that the stores hold.</summary>
    public Task WaitForIndexAsync(int documents, CancellationToken cancellation) =>
        Wait.UntilAsync(
            TimeSpan.FromSeconds(60),
            async () =>
            {
                var status = await Client.Search.GetIndexStatusAsync(new(), deadline: DateTime.UtcNow.AddSeconds(5), cancellationToken: cancellation);
                return status.DocumentCount == documents && status.Feeds.All(feed => feed is { Connected: true, CaughtUp: true })
                    ? null
                    : $"the index holds {status.DocumentCount} of {documents} documents: {status}";
            },
            cancellation);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Http.Dispose();
        try
        {
            await Host.DisposeAsync();
        }
        finally
        {
            _folder.Dispose();
        }
    }
}
