namespace Fazhi.Benchmarks.Searching;

/// <summary>Searches that the raw engine does. Those with a number are the same as the service's searches with that number.</summary>
internal abstract class RawSearches : IAsyncDisposable
{
    /// <summary>Does one.</summary>
    public abstract Task SearchAsync(int number, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}
