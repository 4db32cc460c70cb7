using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Fazhi.Search.Elasticsearch;
using Fazhi.Search.Indexing;
using Fazhi.Search.V1;
using Fazhi.Testing;

namespace Fazhi.Benchmarks.Searching;

/// <summary>Elasticsearch, one node started for the purpose. Its raw side is the very same requests, sent by HttpClient alone.</summary>
internal sealed class ElasticsearchEngine : MeasuredEngine
{
    private static readonly ElasticsearchOptions Options = new();

    private readonly ElasticsearchNode node;

    private ElasticsearchEngine(ElasticsearchNode node)
    {
        this.node = node;
        Settings = SettingsFor(node.Address);
    }

    public override string Name => "Elasticsearch";

    public override double SearchTarget => 1.3;

    public override string RawIndexing => "_bulk of the same JSON, made beforehand, and one refresh";

    public override IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>Starts the node.</summary>
    /// <exception cref="Xunit.Sdk.SkipException">There is none here.</exception>
    public static async Task<ElasticsearchEngine> StartAsync() => new(await ElasticsearchNode.StartLargeAsync());

    /// <inheritdoc/>
    /// <remarks>A second replica of the service does the searches once, and what it sends to the node is noted.</remarks>
    public override async Task<RawSearches> PrepareAsync(CorpusFeeds feeds, int documents, IReadOnlyList<SearchRequest> requests, CancellationToken cancellationToken)
    {
        await using var recorder = await RequestRecorder.StartAsync(node.Address, $"/{new IndexNames(Options.IndexPrefix).Read}/_search");
        await using var replica = await SearchPlatform.StartAsync(feeds, SettingsFor(recorder.Address), cancellationToken);
        await SearchPlatform.WaitUntilFindableAsync(replica.Service, documents, cancellationToken);
        var sent = new List<IReadOnlyList<RecordedRequest>>();
        foreach (var request in requests)
        {
            recorder.Take();
            await replica.Service.SearchAsync(request, cancellationToken: cancellationToken);
            var searches = recorder.Take();
            if (searches.Count == 0)
                throw new InvalidOperationException($"“{request.Query}” sent no search to the server: there is nothing to hold it against");
            sent.Add(searches);
        }
        return new Repeated(node.Http, sent);
    }

    public override async Task<TimeSpan> IndexAsync(IReadOnlyList<IndexedDocument> documents, int warmUp, CancellationToken cancellationToken)
    {
        var names = new IndexNames(Options.IndexPrefix);
        var mapping = await node.Http.GetFromJsonAsync<JsonObject>($"/{names.Write}/_mapping", cancellationToken);
        var words = (bool?)mapping!.Single().Value!["mappings"]!["_meta"]!["words"] == true;
        // The settings are those of the service's template.
        var index = names.Of("raw").Documents;
        using (var settings = JsonContent.Create(new JsonObject { ["mappings"] = mapping!.Single().Value!["mappings"]!.DeepClone() }))
        using (var made = await node.Http.PutAsync($"/{index}", settings, cancellationToken))
            made.EnsureSuccessStatusCode();

        var first = Bodies(index, documents.Take(warmUp), words);
        var rest = Bodies(index, documents.Skip(warmUp), words);
        await SendAsync(first, cancellationToken);
        var begin = Stopwatch.GetTimestamp();
        await SendAsync(rest, cancellationToken);
        // What the feeds bring can be found, too: until then a server may keep it in memory as it came.
        using var refreshed = await node.Http.PostAsync($"/{index}/_refresh", null, cancellationToken);
        refreshed.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(begin);
    }

    /// <inheritdoc/>
    public override async Task WarmUpAsync(IReadOnlyList<IndexedDocument> documents, CancellationToken cancellationToken)
    {
        const string Index = "warm-up";
        using (var settings = JsonContent.Create(new JsonObject { ["mappings"] = IndexCatalog.DocumentMapping(words: false) }))
        using (var made = await node.Http.PutAsync($"/{Index}", settings, cancellationToken))
            made.EnsureSuccessStatusCode();
        await SendAsync(Bodies(Index, documents, words: false), cancellationToken);
        using var dropped = await node.Http.DeleteAsync($"/{Index}", cancellationToken);
        dropped.EnsureSuccessStatusCode();
    }

    public override async Task<long> SizeAsync(SearchPlatform platform, CancellationToken cancellationToken)
    {
        var read = new IndexNames(Options.IndexPrefix).Read;
        using var flushed = await node.Http.PostAsync($"/{read}/_flush", null, cancellationToken);
        var statistics = await node.Http.GetFromJsonAsync<JsonObject>($"/{read}/_stats/store", cancellationToken);
        return (long)statistics!["_all"]!["primaries"]!["store"]!["size_in_bytes"]!;
    }

    public override ValueTask DisposeAsync() => node.DisposeAsync();

    private static Dictionary<string, string> SettingsFor(Uri address) => new()
    {
        ["Fazhi__Search__Engine"] = "elasticsearch",
        ["Fazhi__Search__Elasticsearch__Nodes__0"] = address.GetLeftPart(UriPartial.Authority),
    };

    private static List<byte[]> Bodies(string index, IEnumerable<IndexedDocument> documents, bool words)
    {
        var bodies = new List<byte[]>();
        var lines = new BulkBuffer();
        foreach (var document in documents)
        {
            lines.Put(index, document.Name, 1, againWins: false, writer => DocumentJson.Write(writer, FeedOf(document), document, words));
            if (lines.Bytes >= Options.BulkBytes || lines.Count >= Options.BulkItems)
                Close();
        }
        Close();
        return bodies;

        void Close()
        {
            if (lines.Count > 0)
                bodies.Add(lines.Lines.ToArray());
            lines.Dispose();
            lines = new BulkBuffer();
        }
    }

    private Task SendAsync(IEnumerable<byte[]> bodies, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        bodies,
        new ParallelOptions { MaxDegreeOfParallelism = Options.BulkConcurrency, CancellationToken = cancellationToken },
        async (body, token) =>
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new("application/x-ndjson");
            using var response = await node.Http.PostAsync("/_bulk", content, token);
            response.EnsureSuccessStatusCode();
            var answer = await response.Content.ReadFromJsonAsync<JsonObject>(token);
            if ((bool?)answer!["errors"] != false)
                throw new InvalidOperationException("a raw bulk request was not taken");
        });

    private sealed class Repeated(HttpClient http, IReadOnlyList<IReadOnlyList<RecordedRequest>> sent) : RawSearches
    {
        public override async Task SearchAsync(int number, CancellationToken cancellationToken)
        {
            foreach (var request in sent[number % sent.Count])
            {
                using var message = request.ToMessage(http.BaseAddress!);
                using var response = await http.SendAsync(message, cancellationToken);
                response.EnsureSuccessStatusCode();
                await response.Content.ReadAsByteArrayAsync(cancellationToken);
            }
        }

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
