using System.Diagnostics.Metrics;

namespace Fazhi.Search.Feeds;

/// <summary>How far the index is behind each feed, as a metric: <c>fazhi.search.feed.lag</c> in seconds, with the feed's name.</summary>
internal sealed class FeedMetrics : IHostedService, IDisposable
{
    private readonly Meter meter;

    public FeedMetrics(IEnumerable<FeedConsumer> consumers, IMeterFactory meters)
    {
        meter = meters.Create("Fazhi.Search");
        FeedConsumer[] all = [.. consumers];
        meter.CreateObservableGauge(
            "fazhi.search.feed.lag",
            () => all.Select(consumer => new Measurement<double>(consumer.Progress.Lag.TotalSeconds, new KeyValuePair<string, object?>("feed", consumer.Feed))),
            unit: "s",
            description: "How long the oldest change that is not in the index has been waiting, or how long the feed has been disconnected.");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => meter.Dispose();
}
