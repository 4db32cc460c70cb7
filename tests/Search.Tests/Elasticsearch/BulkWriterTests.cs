using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Fazhi.Hosting;
using Fazhi.Search.Elasticsearch;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Fazhi.Search.Tests.Elasticsearch;

/// <summary>What becomes of the items of a bulk request, by a server that answers as it is told.</summary>
public sealed class BulkWriterTests
{
    [Fact]
    public async Task Items_that_a_busy_server_turned_away_are_sent_again_alone()
    {
        await using var server = await FakeServer.StartAsync(
            (429, """{"error":{"type":"es_rejected_execution_exception","reason":"full"},"status":429}"""),
            (200, Items((200, null), (429, "es_rejected_execution_exception"), (409, "version_conflict_engine_exception"), (400, "document_parsing_exception"), (503, "unavailable_shards_exception"))),
            (200, Items((201, null), (429, "es_rejected_execution_exception"))),
            (200, """{"errors":false}"""));
        using var lines = Lines("a", "b", "c", "d", "e");

        var refused = await server.Writer().SendAsync(lines, TestContext.Current.CancellationToken);

        Assert.Equal(["a b c d e", "a b c d e", "b e", "e"], server.Requests.Select(Names));
        var (item, reason) = Assert.Single(refused);
        Assert.Equal("d", lines.NameOf(item));
        Assert.Equal("document_parsing_exception: it does not fit", reason);
    }

    [Fact]
    public async Task Server_that_stays_busy_is_given_up_with_the_time_to_wait()
    {
        await using var server = await FakeServer.StartAsync((429, "{}"));
        using var lines = Lines("a");

        var error = await Assert.ThrowsAsync<FazhiException>(
            () => server.Writer(TimeSpan.FromSeconds(2)).SendAsync(lines, TestContext.Current.CancellationToken));

        Assert.Equal(Grpc.Core.StatusCode.Unavailable, error.Code);
        Assert.Equal("ENGINE_BUSY", error.Reason);
        Assert.NotNull(error.RetryAfter);
        Assert.True(server.Requests.Count > 1);
    }

    [Fact]
    public async Task Index_that_does_not_let_itself_be_written_is_no_fault_of_the_document()
    {
        await using var server = await FakeServer.StartAsync((200, Items((403, "cluster_block_exception"))));
        using var lines = Lines("a");

        var error = await Assert.ThrowsAsync<FazhiException>(() => server.Writer().SendAsync(lines, TestContext.Current.CancellationToken));

        Assert.Equal("ENGINE_FORBIDDEN", error.Reason);
    }

    private static BulkBuffer Lines(params string[] names)
    {
        var lines = new BulkBuffer();
        for (var i = 0; i < names.Length; i++)
        {
            lines.Put("index", names[i], i + 1, againWins: false, writer =>
            {
                writer.WriteStartObject();
                writer.WriteEndObject();
            });
        }
        return lines;
    }

    private static string Names(string body) => string.Join(' ', body.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(line => line.Contains("_id", StringComparison.Ordinal))
        .Select(line => (string)JsonNode.Parse(line)!["index"]!["_id"]!));

    private static string Items(params (int Status, string? Error)[] items) => new JsonObject
    {
        ["errors"] = true,
        ["items"] = new JsonArray([.. items.Select(item => new JsonObject { ["index"] = Item(item.Status, item.Error) })]),
    }.ToJsonString();

    private static JsonObject Item(int status, string? error)
    {
        var item = new JsonObject { ["status"] = status };
        if (error is not null)
            item["error"] = new JsonObject { ["type"] = error, ["reason"] = "it does not fit" };
        return item;
    }

    private sealed class FakeServer : IAsyncDisposable
    {
        private readonly WebApplication app;
        private readonly ConcurrentQueue<(int Status, string Body)> answers;
        private readonly (int Status, string Body) last;
        private ElasticsearchConnection? connection;

        private FakeServer((int, string)[] answers)
        {
            this.answers = new ConcurrentQueue<(int, string)>(answers);
            last = answers[^1];
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            app.Run(AnswerAsync);
        }

        public ConcurrentQueue<string> Requests { get; } = new();

        public static async Task<FakeServer> StartAsync(params (int, string)[] answers)
        {
            var server = new FakeServer(answers);
            await server.app.StartAsync(TestContext.Current.CancellationToken);
            return server;
        }

        public BulkWriter Writer(TimeSpan? patience = null)
        {
            var options = new ElasticsearchOptions { Nodes = [.. app.Urls], BulkTimeout = patience ?? TimeSpan.FromSeconds(30) };
            connection = new ElasticsearchConnection(options);
            return new BulkWriter(connection, options, TimeProvider.System);
        }

        public async ValueTask DisposeAsync()
        {
            connection?.Dispose();
            await app.DisposeAsync();
        }

        private async Task AnswerAsync(HttpContext context)
        {
            context.Response.Headers["X-Elastic-Product"] = "Elasticsearch";
            using var reader = new StreamReader(context.Request.Body);
            Requests.Enqueue(await reader.ReadToEndAsync(context.RequestAborted));
            var (status, body) = answers.TryDequeue(out var next) ? next : last;
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/vnd.elasticsearch+json;compatible-with=8";
            await context.Response.WriteAsync(body, context.RequestAborted);
        }
    }
}
