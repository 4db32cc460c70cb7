using System.Runtime.CompilerServices;
using Fazhi.Hosting;
using Fazhi.Plans.V1;
using Fazhi.Search.Feeds;
using Fazhi.Testing;
using Fazhi.Units.V1;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Benchmarks.Searching;

/// <summary>The services that search listens to, reduced to their change feeds, on a real socket: they give the first documents of a corpus, as many as are wanted.</summary>
internal sealed class CorpusFeeds : IAsyncDisposable
{
    private const string Province = "990000";

    private readonly TempFolder folder = new();
    private readonly Func<int, IMessage> document;
    private RealHost? host;
    private int count;
    private TaskCompletionSource grown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private CorpusFeeds(Func<int, IMessage> document) => this.document = document;

    /// <summary>Where they listen.</summary>
    public string Address => host!.Address.GetLeftPart(UriPartial.Authority);

    /// <summary>Starts them without a document.</summary>
    /// <param name="document">The document of a number: a plan of an even one, a report of an odd one.</param>
    public static async Task<CorpusFeeds> StartAsync(Func<int, IMessage> document)
    {
        var feeds = new CorpusFeeds(document);
        feeds.host = await RealHost.StartAsync(feeds.Build, feeds.folder.Path);
        return feeds;
    }

    /// <summary>From now on there are this many documents.</summary>
    public void GrowTo(int documents)
    {
        Volatile.Write(ref count, documents);
        Interlocked.Exchange(ref grown, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
            await host.DisposeAsync();
        folder.Dispose();
    }

    // Documents of one kind and their positions; null where all have been given.
    private async IAsyncEnumerable<(string Token, IMessage? Document)> WatchAsync(int first, string token, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var position = (int)FeedPosition.NumberOf(token);
        for (var number = position == 0 ? first : position + 1; ;)
        {
            var next = Volatile.Read(ref grown).Task;
            for (; number < Volatile.Read(ref count); number += 2)
            {
                position = number + 1;
                yield return ($"corpus/{position}", document(number));
            }
            yield return ($"corpus/{position}", null);
            await next.WaitAsync(cancellationToken);
        }
    }

    private WebApplication Build(string[] args)
    {
        var builder = FazhiHost.CreateBuilder(args, "corpus");
        builder.Services.AddSingleton(this);
        var app = builder.Build();
        app.MapGrpcService<PlanFeed>();
        app.MapGrpcService<ReportFeed>();
        app.MapGrpcService<RegionFeed>();
        app.MapGrpcService<ThemeFeed>();
        return app;
    }

    private static CancellationTokenSource Ending(ServerCallContext context, IHostApplicationLifetime lifetime) =>
        CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);

    private sealed class PlanFeed(CorpusFeeds feeds, IHostApplicationLifetime lifetime) : PlanService.PlanServiceBase
    {
        public override async Task WatchChanges(
            Plans.V1.WatchChangesRequest request, IServerStreamWriter<Plans.V1.WatchChangesResponse> responseStream, ServerCallContext context)
        {
            using var ending = Ending(context, lifetime);
            await foreach (var (token, document) in feeds.WatchAsync(0, request.ResumeToken, ending.Token))
            {
                var plan = (Plan?)document;
                await responseStream.WriteAsync(new() { ResumeToken = token, CaughtUp = plan is null, Name = plan?.Name ?? "", Plan = plan });
            }
        }
    }

    private sealed class ReportFeed(CorpusFeeds feeds, IHostApplicationLifetime lifetime) : Reports.V1.ReportService.ReportServiceBase
    {
        public override async Task WatchChanges(
            Reports.V1.WatchChangesRequest request, IServerStreamWriter<Reports.V1.WatchChangesResponse> responseStream, ServerCallContext context)
        {
            using var ending = Ending(context, lifetime);
            await foreach (var (token, document) in feeds.WatchAsync(1, request.ResumeToken, ending.Token))
            {
                var report = (Reports.V1.Report?)document;
                await responseStream.WriteAsync(new() { ResumeToken = token, CaughtUp = report is null, Name = report?.Name ?? "", Report = report });
            }
        }
    }

    private sealed class RegionFeed(IHostApplicationLifetime lifetime) : UnitService.UnitServiceBase
    {
        public override async Task WatchChanges(
            Units.V1.WatchChangesRequest request, IServerStreamWriter<Units.V1.WatchChangesResponse> responseStream, ServerCallContext context)
        {
            using var ending = Ending(context, lifetime);
            Region[] regions = [new() { Code = Province, DisplayName = "岚川省", FullName = "岚川省" }, .. SearchCorpusRegions.All.Select(RegionOf)];
            foreach (var (number, region) in regions.Index().Skip((int)FeedPosition.NumberOf(request.ResumeToken)))
            {
                region.Name = $"regions/{region.Code}";
                await responseStream.WriteAsync(new() { ResumeToken = $"regions/{number + 1}", Name = region.Name, Region = region });
            }
            await responseStream.WriteAsync(new() { ResumeToken = $"regions/{regions.Length}", CaughtUp = true });
            await Task.Delay(Timeout.Infinite, ending.Token);
        }

        private static Region RegionOf(RegionRef region) => new()
        {
            Code = region.Code,
            DisplayName = region.DisplayName,
            FullName = region.FullName,
            AncestorCodes = { region.AncestorCodes },
        };
    }

    private sealed class ThemeFeed(IHostApplicationLifetime lifetime) : ThemeService.ThemeServiceBase
    {
        public override async Task WatchThemeCatalogues(
            WatchThemeCataloguesRequest request, IServerStreamWriter<WatchThemeCataloguesResponse> responseStream, ServerCallContext context)
        {
            using var ending = Ending(context, lifetime);
            await responseStream.WriteAsync(new());
            await Task.Delay(Timeout.Infinite, ending.Token);
        }
    }
}
