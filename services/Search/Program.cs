using Fazhi.Hosting;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Search.Explanations;
using Fazhi.Search.Exports;
using Fazhi.Search.Feeds;
using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Rebuild;
using Fazhi.Search.Regions;
using Fazhi.Search.Requests;
using Fazhi.Search.Results;
using Fazhi.Search.SavedSearches;
using Fazhi.Search.SavedSearches.Webhooks;
using Fazhi.Search.Similarity;
using Fazhi.Search.Suggestions;
using Fazhi.Search.Themes;
using Fazhi.Search.Verification;
using Fazhi.Units.V1;
using Microsoft.Extensions.Caching.Memory;

namespace Fazhi.Search;

/// <summary>The search service.</summary>
public static class Program
{
    // Bytes that answers and orders of results may take in the process.
    private const long CacheSize = 64 * 1024 * 1024;

    public static void Main(string[] args) => Build(args).Run();

    /// <summary>The host, ready to run.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = FazhiHost.CreateBuilder(args, "search");
        builder.AddSearchIndex();
        builder.AddStore<SavedSearchStore>();
        builder.AddCache();
        builder.Services.Configure<MemoryDistributedCacheOptions>(options => options.SizeLimit = CacheSize);
        builder.Services.AddSingleton<IndexCounter>();
        builder.Services.AddSingleton<SearchCache>();
        builder.Services.AddSingleton<RegionLookup>();
        builder.Services.AddSingleton<SearchThemes>();
        builder.Services.AddSingleton<QueryLanguage>();
        builder.Services.AddSingleton<SearchRequestReader>();
        builder.Services.AddSingleton<ResultFinder>();
        builder.Services.AddSingleton<SearchPages>();
        builder.Services.AddSingleton<CachedSearch>();
        builder.Services.AddSingleton<ResultExplainer>();
        builder.Services.AddSingleton<SuggestionFinder>();
        builder.Services.AddSingleton<LikenessFinder>();
        builder.Services.AddSingleton<ResultExporter>();
        builder.Services.AddSingleton<ThemeStore>();
        builder.Services.AddHostedService<SearchThemeFollower>();
        builder.Services.AddHostedService<LanguageWarmUp>();
        builder.Services.AddSingleton<SavedSearchStore>();
        builder.Services.AddSingleton<MatchReader>();
        builder.Services.AddSingleton<MatchEvaluator>();
        builder.Services.AddHostedService(services => services.GetRequiredService<MatchEvaluator>());
        builder.Services.AddSingleton<WebhookRules>();
        builder.Services.AddSingleton<WebhookSignal>();
        builder.Services.AddSingleton<WebhookClient>();
        builder.Services.AddHostedService<WebhookSender>();
        builder.Services.AddHealthChecks().AddCheck<IndexHealthCheck>("index");
        builder.AddServiceClient<PlanService.PlanServiceClient>("Plans");
        builder.AddServiceClient<ThemeService.ThemeServiceClient>("Plans");
        builder.AddServiceClient<ReportService.ReportServiceClient>("Reports");
        builder.AddServiceClient<UnitService.UnitServiceClient>("Units");
        builder.Services.AddFeed<UnitFeed>().AddFeed<PlanFeed>().AddFeed<ReportFeed>();
        builder.Services.AddHostedService<FeedMetrics>();
        builder.Services.AddSingleton<IndexVerifier>();
        builder.Services.AddSingleton<RebuildStore>();
        builder.Services.AddSingleton<IndexRebuilder>();
        builder.Services.AddHostedService(services => services.GetRequiredService<IndexRebuilder>());
        var app = builder.Build();
        app.MapFazhiDefaults();
        app.MapGrpcService<SearchGrpcService>();
        app.MapGrpcService<SavedSearchGrpcService>();
        return app;
    }
}
