using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Fazhi.Hosting;
using Fazhi.Search.Indexing;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace Fazhi.Search.Elasticsearch;

/// <summary>
/// Makes visible to searches what was taken in, and only then changes the generation. One change is visible at once; under load many become visible together,
/// as far apart as the cluster needs for it but never a second. A change that another replica took in is noticed within a second.
/// </summary>
internal sealed class Refresher : IAsyncDisposable
{
    private static readonly TimeSpan Watch = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestGap = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestGap = TimeSpan.FromMilliseconds(700);
    private static readonly string[] Feeds = [FeedNames.Plans, FeedNames.Reports, FeedNames.Units];

    private readonly ElasticsearchConnection connection;
    private readonly IndexCatalog catalog;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly SemaphoreSlim refreshing = new(1, 1);
    private readonly SemaphoreSlim signal = new(0, 1);
    private readonly CancellationTokenSource end = new();
    private readonly Task running;
    private string generation = "";
    private long taken;
    private long visible;

    public Refresher(ElasticsearchConnection connection, IndexCatalog catalog, TimeProvider time, ILogger logger)
    {
        (this.connection, this.catalog, this.time, this.logger) = (connection, catalog, time, logger);
        running = Task.Run(RunAsync);
    }

    /// <summary>What searches see: the index, and how far each feed was in it when it was last made visible. Empty while that is not known.</summary>
    public string Generation => Volatile.Read(ref generation);

    /// <summary>Something was taken in: it is to become visible soon.</summary>
    public void Notify()
    {
        Interlocked.Increment(ref taken);
        try
        {
            signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is called for already.
        }
    }

    /// <summary>Makes visible what was taken in before the call.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await refreshing.WaitAsync(cancellationToken);
        try
        {
            var until = Volatile.Read(ref taken);
            var index = await catalog.GetCurrentAsync(cancellationToken);
            // The positions are written after what they stand for: what is made visible now is no less.
            var reached = await ReachedAsync(index, cancellationToken);
            if (reached == Generation && until == visible)
                return;
            await connection.SendAsync(HttpMethod.POST, $"/{index.Documents},{index.State}/_refresh", null, cancellationToken);
            visible = until;
            Volatile.Write(ref generation, reached);
        }
        catch (ElasticsearchException error) when (error.IsIndexMissing)
        {
            catalog.Forget();
            throw ElasticsearchSearchIndex.Replaced(error);
        }
        finally
        {
            refreshing.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await running;
        end.Dispose();
        signal.Dispose();
        refreshing.Dispose();
    }

    private async Task RunAsync()
    {
        var looked = time.GetTimestamp();
        while (!end.IsCancellationRequested)
        {
            var gap = Watch;
            try
            {
                var started = time.GetTimestamp();
                if (time.GetElapsedTime(looked) >= Watch)
                {
                    await catalog.CheckAsync(end.Token);
                    looked = started;
                }
                await RefreshAsync(end.Token);
                // A refresh that takes long is made seldom: the writers are to have most of the time.
                var took = time.GetElapsedTime(started) * 4;
                gap = took < ShortestGap ? ShortestGap : took > LongestGap ? LongestGap : took;
            }
            catch (Exception error) when (error is FazhiException or ElasticsearchException)
            {
                logger.LogDebug(error, "index.refresh.failed");
            }
            catch (OperationCanceledException)
            {
                return;
            }
            await PauseAsync(gap);
        }
    }

    private async Task PauseAsync(TimeSpan gap)
    {
        try
        {
            await Task.Delay(gap, time, end.Token);
            await signal.WaitAsync(Watch - gap > TimeSpan.Zero ? Watch - gap : TimeSpan.Zero, end.Token);
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    private async Task<string> ReachedAsync(IndexGeneration index, CancellationToken cancellationToken)
    {
        var ids = new JsonObject { ["ids"] = new JsonArray([.. Feeds.Select(feed => JsonValue.Create(StateJson.IdOfFeed(feed)))]) };
        var answer = await connection.SendAsync(HttpMethod.POST, $"/{index.State}/_mget", ids, ElasticsearchJson.Default.FeedsAnswer, cancellationToken);
        var reached = string.Join('\n', answer.Docs.Select(doc => doc.Source is { } feed ? $"{feed.Feed} {feed.Epoch} {feed.Position}" : ""));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{index.Documents} {catalog.Corrections}\n{reached}")).AsSpan(0, 12));
    }
}
