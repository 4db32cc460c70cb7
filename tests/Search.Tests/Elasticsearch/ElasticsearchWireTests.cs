using System.Collections.Concurrent;
using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Tests.Indexing;
using Fazhi.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using static Fazhi.Search.Tests.Elasticsearch.ElasticsearchFixture;
using static Fazhi.Search.Tests.Indexing.Samples;

namespace Fazhi.Search.Tests.Elasticsearch;

/// <summary>What goes over the wire between the engine and a real server.</summary>
[Collection(ElasticsearchCollection.Name)]
public sealed class ElasticsearchWireTests(SharedElasticsearch server)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bodies_are_packed_both_ways_if_so_configured_and_name_the_version_that_is_spoken(bool compress)
    {
        var node = await server.NodeAsync();
        await using var wire = await Wire.StartAsync(node.Http);
        await using var fixture = new ElasticsearchFixture(node, options => options with { Nodes = [wire.Address], Compress = compress });

        await fixture.Index.ApplyAsync(FeedNames.Plans, [new IndexChange.PutDocument(Plan("a", "要点", SampleRegions.Wangxiu, 2024, 2024, "推进行政执法公示。"))], "feed/1", Token);
        await fixture.RefreshAsync();
        var found = await fixture.Index.SearchAsync(new SearchQuery { Match = Trees.Term("执法") }, Token);

        Assert.Equal(1, found.TotalRows);
        var search = Assert.Single(wire.Calls, call => call.Path.EndsWith("-read/_search", StringComparison.Ordinal));
        var bulk = Assert.Single(wire.Calls, call => call.Path == "/_bulk");
        var packed = compress ? "gzip" : "";
        Assert.Equal((packed, packed), (search.RequestEncoding, search.ResponseEncoding));
        Assert.Equal(packed, bulk.RequestEncoding);
        // A server of the next major version answers as this one does to those who ask for it so.
        Assert.All(wire.Calls.Where(call => call.RequestType.Length > 0), call => Assert.EndsWith("compatible-with=8", call.RequestType, StringComparison.Ordinal));
        Assert.All(wire.Calls, call => Assert.EndsWith("compatible-with=8", call.Accept, StringComparison.Ordinal));
    }

    private sealed record Call(string Path, string Accept, string RequestType, string RequestEncoding, string ResponseEncoding);

    // Stands before a server, passes everything on as it is, and notes the headers.
    private sealed class Wire : IAsyncDisposable
    {
        private readonly HttpClient server;
        private readonly WebApplication app;

        private Wire(HttpClient server)
        {
            this.server = server;
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            app.Run(PassOnAsync);
        }

        public ConcurrentQueue<Call> Calls { get; } = new();

        public string Address => app.Urls.Single();

        public static async Task<Wire> StartAsync(HttpClient server)
        {
            var wire = new Wire(server);
            await wire.app.StartAsync(Token);
            return wire;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private async Task PassOnAsync(HttpContext context)
        {
            var (asked, answered) = (context.Request, context.Response);
            using var request = new HttpRequestMessage(new HttpMethod(asked.Method), new Uri(server.BaseAddress!, asked.Path + asked.QueryString.ToString()));
            request.Content = new StreamContent(asked.Body);
            foreach (var (name, values) in asked.Headers.Where(header => header.Key is not ("Host" or "Transfer-Encoding" or "Connection")))
            {
                if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                    request.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }

            using var response = await server.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
            answered.StatusCode = (int)response.StatusCode;
            foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(header => header.Key is not ("Transfer-Encoding" or "Connection")))
                answered.Headers[name] = values.ToArray();
            Calls.Enqueue(new Call(
                asked.Path, asked.Headers.Accept.ToString(), asked.ContentType ?? "", asked.Headers.ContentEncoding.ToString(), answered.Headers.ContentEncoding.ToString()));
            await response.Content.CopyToAsync(answered.Body, context.RequestAborted);
        }
    }
}
