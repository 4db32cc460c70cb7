namespace Fazhi.Search.Feeds;

/// <summary>The change feed of another service.</summary>
internal abstract class ChangeFeed
{
    /// <summary>Its name: that of the service.</summary>
    public abstract string Name { get; }

    /// <summary>Every change after a position, and on live.</summary>
    /// <exception cref="Grpc.Core.RpcException">The call failed. OUT_OF_RANGE with reason FEED_RESET: the position is of a store that is gone.</exception>
    public abstract IAsyncEnumerable<FeedMessage> WatchAsync(string resumeToken, CancellationToken cancellationToken);
}
