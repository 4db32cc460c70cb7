using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Fazhi.Hosting;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace Fazhi.Search.Elasticsearch;

/// <summary>
/// Which indices there are: makes the template and, where there is none, the first index; opens, promotes and drops builds. Until the cluster has
/// answered once nothing is known, and every call tries again.
/// </summary>
internal sealed class IndexCatalog(ElasticsearchConnection connection, ElasticsearchOptions options, TimeProvider time, ILogger logger) : IDisposable
{
    private const int OldestMajor = 8;

    private readonly IndexNames names = new(options.IndexPrefix);
    private readonly SemaphoreSlim finding = new(1, 1);
    private IndexGeneration? current;
    private CancellationTokenSource inUse = new();
    private bool prepared;

    /// <summary>The aliases to search by.</summary>
    public IndexNames Names => names;

    /// <summary>The index in use; it is made if there is none.</summary>
    public async ValueTask<IndexGeneration> GetCurrentAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref current) is { } known)
            return known;
        await finding.WaitAsync(cancellationToken);
        try
        {
            if (current is null)
            {
                await PrepareAsync(cancellationToken);
                var found = await FindAsync(names.Write, names.State, cancellationToken) ?? await CreateFirstAsync(cancellationToken);
                // One that another replica has just made, or a cluster that has just started, may not have its shards yet.
                await connection.SendAsync(
                    HttpMethod.GET, $"/_cluster/health/{found.Documents},{found.State}?wait_for_status=yellow&timeout=5s&filter_path=status", null, cancellationToken);
                Volatile.Write(ref current, found);
            }
            return current;
        }
        finally
        {
            finding.Release();
        }
    }

    /// <inheritdoc cref="Indexing.SearchIndex.InUse"/>
    public CancellationToken InUse => Volatile.Read(ref inUse).Token;

    /// <summary>The index is gone, or another one is in use: the next who asks looks again.</summary>
    public void Forget()
    {
        if (Interlocked.Exchange(ref current, null) is not null)
            Interlocked.Exchange(ref inUse, new CancellationTokenSource()).Cancel();
    }

    /// <summary>The index that is being built: the one that was left, or a new one.</summary>
    public async Task<IndexGeneration> OpenBuildAsync(bool restart, CancellationToken cancellationToken)
    {
        await GetCurrentAsync(cancellationToken);
        if (await FindAsync(names.Build, names.BuildState, cancellationToken) is { } left)
        {
            if (!restart)
                return left;
            await DropAsync(left, cancellationToken);
        }
        var build = names.Of(time.GetUtcNow().ToString("yyyyMMdd't'HHmmssfff", CultureInfo.InvariantCulture));
        await CreateAsync(build, cancellationToken);
        await ChangeAliasesAsync([Add(build.Documents, names.Build), Add(build.State, names.BuildState)], cancellationToken);
        logger.LogInformation("index.build.opened: {Index}", build.Documents);
        return build;
    }

    /// <summary>Puts a build in use and drops what was in use: one step, for all searches at once.</summary>
    public async Task PromoteAsync(IndexGeneration build, CancellationToken cancellationToken)
    {
        Volatile.Write(ref current, null);
        var old = await GetCurrentAsync(cancellationToken);
        if (old == build)
            return;
        await ChangeAliasesAsync(
            [
                Add(build.Documents, names.Read), Add(build.Documents, names.Write), Add(build.State, names.State),
                Remove(build.Documents, names.Build), Remove(build.State, names.BuildState),
                Drop(old.Documents), Drop(old.State),
            ],
            cancellationToken);
        Volatile.Write(ref current, build);
        logger.LogInformation("index.build.promoted: {Index}", build.Documents);
    }

    /// <summary>Whether documents of an index have a field for the words that smartcn finds.</summary>
    public async Task<bool> HasWordsAsync(string index, CancellationToken cancellationToken)
    {
        var answer = await connection.SendAsync(HttpMethod.GET, $"/{index}/_mapping?filter_path=*.mappings._meta.words", null, ElasticsearchJson.Default.JsonNode, cancellationToken);
        return answer is JsonObject found && found.Any(entry => (bool?)entry.Value?["mappings"]?["_meta"]?["words"] == true);
    }

    public void Dispose()
    {
        finding.Dispose();
        inUse.Dispose();
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (prepared)
            return;
        var server = await connection.SendAsync(HttpMethod.GET, "/", null, ElasticsearchJson.Default.ServerAnswer, cancellationToken);
        if (!int.TryParse(server.Version.Number.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) || major < OldestMajor)
        {
            var message = $"搜索引擎的版本 {server.Version.Number} 不受支持：需要 Elasticsearch {OldestMajor} 或更新的版本";
            throw FazhiException.Unavailable(TimeSpan.FromMinutes(1), message, "ENGINE_VERSION_UNSUPPORTED");
        }

        // A write that comes after its index was dropped must not make an index of its own: the template forbids it.
        var template = new JsonObject
        {
            ["index_patterns"] = new JsonArray([.. names.Patterns.Select(pattern => JsonValue.Create(pattern))]),
            ["priority"] = 500,
            ["allow_auto_create"] = false,
            ["template"] = new JsonObject { ["settings"] = Settings(options.Shards) },
            ["_meta"] = new JsonObject { ["product"] = "FazhiPlatform" },
        };
        await connection.SendAsync(HttpMethod.PUT, $"/_index_template/{names.Template}", template, cancellationToken);
        logger.LogInformation("index.prepared: Elasticsearch {Version}, {Template}", server.Version.Number, names.Template);
        prepared = true;
    }

    // The names are fixed, and aliases are given to both at once at the end: two replicas may do this together, and each may end anywhere in it.
    private async Task<IndexGeneration> CreateFirstAsync(CancellationToken cancellationToken)
    {
        await DropHalfAsync(cancellationToken);
        var first = names.Of(IndexNames.FirstStamp);
        await CreateAsync(first, cancellationToken);
        await ChangeAliasesAsync([Add(first.Documents, names.Read), Add(first.Documents, names.Write), Add(first.State, names.State)], cancellationToken);
        logger.LogInformation("index.created: {Index}", first.Documents);
        return first;
    }

    private async Task CreateAsync(IndexGeneration generation, CancellationToken cancellationToken)
    {
        var words = options.SmartChinese && await HasSmartChineseAsync(cancellationToken);
        await CreateAsync(generation.Documents, Settings(options.Shards), DocumentMapping(words), cancellationToken);
        await CreateAsync(generation.State, Settings(1), Resource("state.json"), cancellationToken);
    }

    private async Task CreateAsync(string index, JsonObject settings, JsonNode mappings, CancellationToken cancellationToken)
    {
        try
        {
            await connection.SendAsync(HttpMethod.PUT, $"/{index}", new JsonObject { ["settings"] = settings, ["mappings"] = mappings }, cancellationToken);
        }
        catch (ElasticsearchException error) when (error.Type == "resource_already_exists_exception")
        {
            // Another replica was faster, or this one was killed before.
        }
    }

    private JsonObject Settings(int shards)
    {
        var settings = new JsonObject
        {
            ["number_of_shards"] = shards,
            // Searches see what was taken in when this service says so: see Refresher.
            ["refresh_interval"] = "-1",
            // As long as this an older change that comes late does not bring back what was removed.
            ["gc_deletes"] = "1h",
            ["mapping.nested_objects.limit"] = SearchLimits.PassagesPerDocument,
            ["max_inner_result_window"] = SearchLimits.PassagesPerDocument,
            ["max_result_window"] = Query.SearchQuery.MaxWindow,
        };
        if (options.Replicas is { } replicas)
            settings["number_of_replicas"] = replicas;
        else
            settings["auto_expand_replicas"] = "0-1";
        return settings;
    }

    /// <summary>The mapping of documents, with a field for the words that smartcn finds or without.</summary>
    public static JsonNode DocumentMapping(bool words)
    {
        var mapping = Resource("documents.json");
        mapping["_meta"] = new JsonObject { ["words"] = words };
        if (words)
            mapping["properties"]!["passages"]!["properties"]!["words"] = new JsonObject { ["type"] = "text", ["analyzer"] = "smartcn", ["index_options"] = "freqs" };
        return mapping;
    }

    private async Task<bool> HasSmartChineseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await connection.SendAsync(HttpMethod.POST, "/_analyze", new JsonObject { ["analyzer"] = "smartcn", ["text"] = "法治" }, cancellationToken);
            return true;
        }
        catch (ElasticsearchException error) when (error.Status == 400)
        {
            return false;
        }
        // A key that is for certain indices alone may not analyse without one.
        catch (FazhiException error) when (error.Reason == "ENGINE_FORBIDDEN")
        {
            return false;
        }
    }

    private async Task<IndexGeneration?> FindAsync(string documents, string state, CancellationToken cancellationToken) =>
        await BehindAsync(documents, cancellationToken) is { } index && await BehindAsync(state, cancellationToken) is { } positions
            ? new IndexGeneration(index, positions)
            : null;

    private async Task<string?> BehindAsync(string alias, CancellationToken cancellationToken) =>
        (await connection.FindAsync($"/_alias/{alias}", ElasticsearchJson.Default.DictionaryStringJsonElement, cancellationToken))?.Keys.Single();

    // Documents without their positions, or positions without documents: somebody has deleted the other half.
    private async Task DropHalfAsync(CancellationToken cancellationToken)
    {
        foreach (var alias in (string[])[names.Write, names.State])
        {
            if (await BehindAsync(alias, cancellationToken) is not { } half)
                continue;
            logger.LogWarning("index.discarded: {Index} has lost the index that belongs to it", half);
            await ChangeAliasesAsync([Drop(half)], cancellationToken);
        }
    }

    private async Task DropAsync(IndexGeneration generation, CancellationToken cancellationToken)
    {
        await ChangeAliasesAsync([Drop(generation.Documents), Drop(generation.State)], cancellationToken);
        logger.LogInformation("index.dropped: {Index}", generation.Documents);
    }

    private Task ChangeAliasesAsync(JsonNode[] actions, CancellationToken cancellationToken) =>
        connection.SendAsync(HttpMethod.POST, "/_aliases", new JsonObject { ["actions"] = new JsonArray(actions) }, cancellationToken);

    private static JsonObject Add(string index, string alias) => new() { ["add"] = new JsonObject { ["index"] = index, ["alias"] = alias } };

    private static JsonObject Remove(string index, string alias) => new() { ["remove"] = new JsonObject { ["index"] = index, ["alias"] = alias } };

    private static JsonObject Drop(string index) => new() { ["remove_index"] = new JsonObject { ["index"] = index } };

    private static JsonNode Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Fazhi.Search.Elasticsearch.{name}")!;
        return JsonNode.Parse(stream)!;
    }
}
