namespace Fazhi.Search.Indexing;

/// <summary>An index that is being built beside the one in use. What it holds outlives the process: the next one that is opened goes on with it.</summary>
internal abstract class IndexBuild : IndexTarget, IAsyncDisposable
{
    /// <summary>Puts it in use instead of the one before, at once for all that ask, and drops that.</summary>
    public abstract Task PromoteAsync(CancellationToken cancellationToken);

    /// <summary>Lets go of it; what it holds stays.</summary>
    public abstract ValueTask DisposeAsync();
}
