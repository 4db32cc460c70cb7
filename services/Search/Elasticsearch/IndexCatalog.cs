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
    private const string Ambiguous = "INDEX_ALIAS_AMBIGUOUS";
    private const string Misled = "INDEX_ALIAS_MISLED";
    private static readonly TimeSpan ByHand = TimeSpan.FromMinutes(1);

    private readonly IndexNames names = new(options.IndexPrefix);
    private readonly SemaphoreSlim finding = new(1, 1);
    private IndexGeneration? current;
    private CancellationTokenSource inUse = new();
    private bool prepared;
    private int corrections;

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
                var found = Find(await AliasesAsync(cancellationToken), names.Write, names.State) ?? await CreateFirstAsync(cancellationToken);
                await PointReadAsync(await AliasesAsync(cancellationToken), found, cancellationToken);
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

    /// <summary>How often searches had to be led back to the index in use.</summary>
    public int Corrections => Volatile.Read(ref corrections);

    /// <summary>Sees whether somebody has changed the aliases: searches are led back to the index in use, and one that is in use no longer is forgotten.</summary>
    /// <returns>Whether something was not as it should be.</returns>
    /// <exception cref="FazhiException">UNAVAILABLE: it cannot be told which index is in use, or searches cannot be led to it.</exception>
    public async Task<bool> CheckAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref current) is not { } known)
            return false;
        try
        {
            var aliases = await AliasesAsync(cancellationToken);
            if (Find(aliases, names.Write, names.State) == known)
                return await PointReadAsync(aliases, known, cancellationToken);
        }
        catch (FazhiException error) when (error.Reason is Ambiguous or Misled)
        {
            Forget();
            throw;
        }
        catch (ElasticsearchException error) when (error.IsIndexMissing)
        {
            // It was dropped between the two requests.
        }
        Forget();
        return true;
    }

    /// <summary>The index that is being built: the one that was left, or a new one.</summary>
    public async Task<IndexGeneration> OpenBuildAsync(bool restart, CancellationToken cancellationToken)
    {
        await GetCurrentAsync(cancellationToken);
        if (Find(await AliasesAsync(cancellationToken), names.Build, names.BuildState) is { } left)
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

    // Which indices each alias stands for, all at one moment.
    private async Task<ILookup<string, string>> AliasesAsync(CancellationToken cancellationToken)
    {
        var indices = await connection.FindAsync($"/_alias/{string.Join(',', names.Patterns)}", ElasticsearchJson.Default.DictionaryStringJsonElement, cancellationToken) ?? [];
        return indices.SelectMany(index => index.Value.GetProperty("aliases").EnumerateObject().Select(alias => (Alias: alias.Name, Index: index.Key)))
            .ToLookup(pair => pair.Alias, pair => pair.Index, StringComparer.Ordinal);
    }

    private static IndexGeneration? Find(ILookup<string, string> aliases, string documents, string state) =>
        Behind(aliases, documents) is { } index && Behind(aliases, state) is { } positions ? new IndexGeneration(index, positions) : null;

    private static string? Behind(ILookup<string, string> aliases, string alias)
    {
        var indices = aliases[alias].Order(StringComparer.Ordinal).ToList();
        return indices.Count < 2
            ? indices.SingleOrDefault()
            : throw FazhiException.Unavailable(
                ByHand, $"索引别名 {alias} 同时指向 {string.Join('、', indices)}，无法判断哪一个在用：请用 POST /_aliases 只留下其中一个", Ambiguous);
    }

    // Writes tell which index is in use: searches that go elsewhere would find what nobody keeps up.
    private async Task<bool> PointReadAsync(ILookup<string, string> aliases, IndexGeneration inUse, CancellationToken cancellationToken)
    {
        var searched = aliases[names.Read].ToList();
        if (searched is [var only] && only == inUse.Documents)
            return false;
        try
        {
            var wrong = searched.Where(index => index != inUse.Documents).Select(index => Remove(index, names.Read));
            await ChangeAliasesAsync([.. wrong, Add(inUse.Documents, names.Read)], cancellationToken);
        }
        catch (ElasticsearchException error) when (!error.IsIndexMissing)
        {
            var message = $"搜索别名 {names.Read} 没有指向在用的索引 {inUse.Documents}，也不能自动改正：请用 POST /_aliases 改正，同名的索引先删除";
            throw FazhiException.Unavailable(ByHand, message, Misled, error);
        }
        Interlocked.Increment(ref corrections);
        logger.LogWarning("index.alias.corrected: {Alias} led to {Wrong} in place of {Index}", names.Read, searched.Count == 0 ? "nothing" : string.Join(", ", searched), inUse.Documents);
        return true;
    }

    // Documents without their positions, or positions without documents: somebody has deleted the other half.
    private async Task DropHalfAsync(CancellationToken cancellationToken)
    {
        var aliases = await AliasesAsync(cancellationToken);
        foreach (var alias in (string[])[names.Write, names.State])
        {
            if (Behind(aliases, alias) is not { } half)
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
