namespace Fazhi.Search.SavedSearches;

/// <summary>Wakes the one who posts to web hooks.</summary>
internal sealed class WebhookSignal
{
    private volatile TaskCompletionSource signal = New();

    /// <summary>There may be something to post.</summary>
    public void Set() => Interlocked.Exchange(ref signal, New()).TrySetResult();

    /// <summary>Completes with the next <see cref="Set"/> after this was read.</summary>
    public Task Next => signal.Task;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
