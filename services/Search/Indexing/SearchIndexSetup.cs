using Fazhi.Hosting;
using Fazhi.Search.Elasticsearch;
using Fazhi.Search.Fts5;

namespace Fazhi.Search.Indexing;

/// <summary>Registers the engine that the configuration names.</summary>
internal static class SearchIndexSetup
{
    private const string Setting = "Fazhi:Search:Engine";

    /// <summary>Adds the <see cref="SearchIndex"/>: <c>Fazhi:Search:Engine</c> is <c>fts5</c> (a file of this service; the default) or <c>elasticsearch</c> (see <see cref="ElasticsearchOptions"/>).</summary>
    /// <exception cref="InvalidOperationException">The configuration names no engine, or an engine that it does not describe.</exception>
    public static WebApplicationBuilder AddSearchIndex(this WebApplicationBuilder builder)
    {
        switch (builder.Configuration[Setting])
        {
            case null or "" or "fts5":
                builder.Services.AddSingleton<SearchIndex>(services => new Fts5SearchIndex(
                    IndexFolder(services.GetRequiredService<HostSettings>().Data),
                    services.GetRequiredService<ILogger<Fts5SearchIndex>>(),
                    // A damaged index is made anew by the next start, which whoever watches over the process brings about.
                    services.GetRequiredService<IHostApplicationLifetime>().StopApplication));
                return builder;
            case "elasticsearch":
                var options = ElasticsearchOptions.From(builder.Configuration);
                builder.Services.AddSingleton<SearchIndex>(services => new ElasticsearchSearchIndex(
                    options, TimeProvider.System, services.GetRequiredService<ILogger<ElasticsearchSearchIndex>>()));
                return builder;
            case var unknown:
                throw new InvalidOperationException($"{Setting}={unknown} 不是已知的搜索引擎：应为 fts5 或 elasticsearch");
        }
    }

    // Apart from what cannot be made anew: this folder may be deleted.
    private static string IndexFolder(string data) => Directory.CreateDirectory(Path.Combine(data, "index")).FullName;
}
