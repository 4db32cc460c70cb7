using Fazhi.Hosting;
using Fazhi.Search.Feeds;
using Fazhi.Search.Indexing;
using Grpc.Core;

namespace Fazhi.Search.Rebuild;

/// <summary>Takes one feed into an index that is being built.</summary>
internal sealed class BuildFeed(ChangeFeed feed, IndexBuild build, Func<Task> advanced)
{
    private volatile string position = "";
    private volatile bool caughtUp;

    /// <summary>Name of the feed.</summary>
    public string Name => feed.Name;

    /// <summary>How far it has come.</summary>
    public string Position => position;

    /// <summary>Everything that the feed had has been taken in.</summary>
    public bool CaughtUp => caughtUp;

    /// <summary>Takes in what there is and what comes, until it is told to end.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await ConsumeAsync(cancellationToken);
                throw FazhiException.Unavailable(TimeSpan.FromSeconds(1), $"变更流 {feed.Name} 中断");
            }
            catch (RpcException error) when (error.StatusCode == StatusCode.OutOfRange && ErrorStatus.ReasonOf(error) == "FEED_RESET")
            {
                await build.ResetAsync(feed.Name, cancellationToken);
            }
        }
    }

    private async Task ConsumeAsync(CancellationToken cancellationToken)
    {
        position = await build.GetPositionAsync(feed.Name, cancellationToken);
        await foreach (var batch in new FeedReader(feed).BatchesAsync(position, cancellationToken))
        {
            var last = batch[^1];
            if (last.ResumeToken != position)
                await build.ApplyAsync(feed.Name, [.. batch.Select(message => message.Change).OfType<IndexChange>()], last.ResumeToken, cancellationToken);
            position = last.ResumeToken;
            caughtUp = last.CaughtUp;
            await advanced();
        }
    }
}
