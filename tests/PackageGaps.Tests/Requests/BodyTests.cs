using System.Text;
using Fazhi.PackageGaps.Tests.Fakes;

namespace Fazhi.PackageGaps.Tests.Requests;

public sealed class BodyTests
{
    private static readonly string Long = string.Concat(Enumerable.Range(0, 40_000).Select(number => $"第{number}项"));

    public static TheoryData<string, bool> Kinds
    {
        get
        {
            var rows = new TheoryData<string, bool>();
            foreach (var kind in new[] { "string", "bytes", "memory", "stream" })
            {
                rows.Add(kind, true);
                rows.Add(kind, false);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_body_arrives_as_it_is_packed_or_not(string kind, bool compress)
    {
        await using var node = await FakeNode.StartAsync();
        await Client.Of(node, settings => settings.EnableHttpCompression(compress)).PutAsync<VoidResponse>("/x/_doc/1", Body(kind, Long));

        var request = node.Requests.Single();
        Assert.Equal("PUT", request.Method);
        Assert.Equal(compress ? "gzip" : "", request.Headers.ContentEncoding.ToString());
        Assert.Equal(Long, request.Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lines_are_each_followed_by_a_line_feed(bool compress)
    {
        await using var node = await FakeNode.StartAsync();
        string[] lines = [.. Enumerable.Range(0, 5000).Select(number => $$"""{"第":{{number}}}""")];
        await Client.Of(node, settings => settings.EnableHttpCompression(compress)).PostAsync<VoidResponse>("/_bulk", PostData.MultiJson(lines));

        Assert.Equal(string.Concat(lines.Select(line => line + "\n")), node.Requests.Single().Text);
    }

    [Fact]
    public async Task A_written_body_is_sent_while_it_is_written()
    {
        var firstPartSeen = new TaskCompletionSource();
        await using var node = await FakeNode.StartAsync(leavesBody: true);
        node.Answer = async context =>
        {
            var part = new byte[5];
            await context.Request.Body.ReadExactlyAsync(part, context.RequestAborted);
            firstPartSeen.SetResult();
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            await FakeNode.Json(Encoding.UTF8.GetString(part))(context);
        };
        var body = PostData.StreamHandler(firstPartSeen, (_, _) => { }, async (seen, stream, cancellation) =>
        {
            await stream.WriteAsync("first"u8.ToArray(), cancellation);
            await stream.FlushAsync(cancellation);
            await seen.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellation);
            await stream.WriteAsync("second"u8.ToArray(), cancellation);
        });

        // What it does with TransferEncodingChunked() in the official package, it does always here.
        var response = await Client.Of(node, settings => settings.EnableHttpCompression(false)).PostAsync<StringResponse>("/x", body);

        Assert.Equal("first", response.Body);
    }

    [Fact]
    public async Task A_body_is_written_anew_for_the_next_node()
    {
        await using var bad = await FakeNode.StartAsync(FakeNode.Status(503));
        await using var good = await FakeNode.StartAsync();
        var written = 0;
        var body = PostData.StreamHandler(0, (_, _) => { }, async (_, stream, cancellation) =>
        {
            written++;
            await stream.WriteAsync("body"u8.ToArray(), cancellation);
        });

        var response = await Client.Of([bad, good], settings => settings.DisablePing()).PostAsync<VoidResponse>("/x", body);

        Assert.Equal(200, response.ApiCallDetails.HttpStatusCode);
        Assert.Equal(["body", "body"], [bad.Requests.Single().Text, good.Requests.Single().Text]);
        Assert.Equal(2, written);
    }

    [Fact]
    public async Task What_the_callers_writer_throws_comes_through()
    {
        await using var node = await FakeNode.StartAsync();
        var body = PostData.StreamHandler(0, (_, _) => { }, (_, _, _) => throw new InvalidDataException("no such task"));

        var error = await Assert.ThrowsAnyAsync<TransportException>(() => Client.Of(node).PostAsync<VoidResponse>("/x", body));

        Assert.IsType<UnexpectedTransportException>(error);
        Assert.Contains("no such task", error.ToString(), StringComparison.Ordinal);
    }

    private static PostData Body(string kind, string text) => kind switch
    {
        "string" => PostData.String(text),
        "bytes" => PostData.Bytes(Encoding.UTF8.GetBytes(text)),
        "memory" => PostData.ReadOnlyMemory(Encoding.UTF8.GetBytes(text)),
        _ => PostData.StreamHandler(
            text, (_, _) => { }, (state, stream, cancellation) => stream.WriteAsync(Encoding.UTF8.GetBytes(state), cancellation).AsTask()),
    };
}
