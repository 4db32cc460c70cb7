using System.Diagnostics;
using Fazhi.Hosting;
using Fazhi.Search.Feeds;
using Fazhi.Search.Indexing;
using Fazhi.Search.V1;

namespace Fazhi.Search.Verification;

/// <summary>
/// Proves that the index is what the feeds say: reads each from the beginning and compares every digest. What changes meanwhile is followed until both sides stand
/// at the same change.
/// </summary>
internal sealed class IndexVerifier(SearchIndex index, IEnumerable<ChangeFeed> feeds) : IDisposable
{
    private const int MaxRounds = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly SemaphoreSlim running = new(1, 1);

    /// <summary>Compares all feeds.</summary>
    /// <exception cref="FazhiException">RESOURCE_EXHAUSTED: it is being compared already.</exception>
    public async Task<VerifyIndexResponse> VerifyAsync(CancellationToken cancellationToken)
    {
        if (!await running.WaitAsync(TimeSpan.Zero, cancellationToken))
            throw FazhiException.ResourceExhausted("VERIFICATION_RUNNING", "正在核对索引：请等它结束", TimeSpan.FromSeconds(30));
        try
        {
            var response = new VerifyIndexResponse();
            foreach (var feed in feeds.OrderBy(feed => feed.Name, StringComparer.Ordinal))
                response.Feeds.Add(await VerifyAsync(feed, cancellationToken));
            response.Equal = response.Feeds.All(IsEqual);
            return response;
        }
        finally
        {
            running.Release();
        }
    }

    public void Dispose() => running.Dispose();

    private async Task<FeedVerification> VerifyAsync(ChangeFeed feed, CancellationToken cancellationToken)
    {
        await using var messages = feed.WatchAsync("", cancellationToken).GetAsyncEnumerator(cancellationToken);
        var table = new DigestTable();
        var mark = await ReadAsync(messages, table);
        for (var round = 1; ; round++)
        {
            table.Settle();
            await ReachAsync(feed.Name, mark, cancellationToken);
            await index.MakeVisibleAsync(cancellationToken);
            var result = await DigestComparison.RunAsync(feed.Name, table, index.ListDigestsAsync(feed.Name, cancellationToken));
            if (IsEqual(result) || round == MaxRounds || !await HasGoneOnAsync(feed.Name, mark, cancellationToken))
                return result;
            mark = await ReadAsync(messages, table);
        }
    }

    private static bool IsEqual(FeedVerification result) => result.StoreHash == result.IndexHash && result.StoreCount == result.IndexCount;

    // To the mark that says that everything has been sent.
    private static async Task<string> ReadAsync(IAsyncEnumerator<FeedMessage> messages, DigestTable table)
    {
        while (await messages.MoveNextAsync())
        {
            var message = messages.Current;
            if (message.CaughtUp)
                return message.ResumeToken;
            Add(table, message.Change);
        }
        throw FazhiException.Unavailable(TimeSpan.FromSeconds(1), "变更流在核对时中断，请稍后再试");
    }

    private static void Add(DigestTable table, IndexChange? change)
    {
        switch (change)
        {
            case IndexChange.PutDocument put:
                table.Set(put.Document.Name, DocumentDigest.Of(put.Document));
                break;
            case IndexChange.RemoveDocument remove:
                table.Set(remove.Name, null);
                break;
            case IndexChange.PutRegion put:
                table.Set(put.Region.Code, RegionDigest.Of(put.Region));
                break;
            case IndexChange.RemoveRegion remove:
                table.Set(remove.Code, null);
                break;
        }
    }

    // Then more has been sent than was read, and will be.
    private async Task<bool> HasGoneOnAsync(string feed, string mark, CancellationToken cancellationToken) =>
        await index.GetPositionAsync(feed, cancellationToken) is var position && position != mark && FeedPosition.HasReached(position, mark);

    private async Task ReachAsync(string feed, string mark, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (!FeedPosition.HasReached(await index.GetPositionAsync(feed, cancellationToken), mark) && Stopwatch.GetElapsedTime(started) < Patience)
            await Task.Delay(Look, cancellationToken);
    }
}
