using System.IO.Compression;
using System.Text;
using Fazhi.PackageGaps.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace Fazhi.PackageGaps.Tests.Responses;

public sealed class BodyFormTests
{
    [Fact]
    public async Task An_answer_can_be_text_bytes_stream_or_nothing()
    {
        await using var node = await FakeNode.StartAsync(FakeNode.Json("""{"名":"值"}"""));
        var transport = Client.Of(node);

        Assert.Equal("""{"名":"值"}""", (await transport.GetAsync<StringResponse>("/x")).Body);
        Assert.Equal(Encoding.UTF8.GetBytes("""{"名":"值"}"""), (await transport.GetAsync<BytesResponse>("/x")).Body);
        using var streamed = await transport.GetAsync<StreamResponse>("/x");
        Assert.Equal("""{"名":"值"}""", await new StreamReader(streamed.Body).ReadToEndAsync());
        Assert.Equal(200, (await transport.GetAsync<VoidResponse>("/x")).ApiCallDetails.HttpStatusCode);
        Assert.Equal(200, (await transport.HeadAsync("/x")).ApiCallDetails.HttpStatusCode);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(200)]
    public async Task An_answer_without_a_body_needs_no_type(int status)
    {
        await using var node = await FakeNode.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        using var response = await Client.Of(node).GetAsync<StreamResponse>("/x");

        Assert.True(response.ApiCallDetails.HasExpectedContentType);
        Assert.Null(response.ApiCallDetails.OriginalException);
        Assert.Equal(-1, response.Body.ReadByte());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_packed_answer_is_asked_for_and_unpacked(bool compress)
    {
        await using var node = await FakeNode.StartAsync(async context =>
        {
            context.Response.ContentType = FakeNode.MediaType;
            var packs = context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal);
            if (packs)
                context.Response.Headers.ContentEncoding = "gzip";
            await using var stream = packs ? new GZipStream(context.Response.Body, CompressionLevel.Fastest) : context.Response.Body;
            await stream.WriteAsync(Encoding.UTF8.GetBytes(packs ? "was packed" : "was plain"));
        });

        var response = await Client.Of(node, settings => settings.EnableHttpCompression(compress)).GetAsync<StringResponse>("/x");

        Assert.Equal(compress ? "was packed" : "was plain", response.Body);
    }

    [Fact]
    public async Task A_streamed_answer_is_read_as_it_comes()
    {
        var firstPartRead = new TaskCompletionSource();
        await using var node = await FakeNode.StartAsync(async context =>
        {
            context.Response.ContentType = FakeNode.MediaType;
            await context.Response.WriteAsync("first");
            await context.Response.Body.FlushAsync();
            await firstPartRead.Task.WaitAsync(TimeSpan.FromSeconds(30));
            await context.Response.WriteAsync("second");
        });

        using var response = await Client.Of(node).GetAsync<StreamResponse>("/x");
        var first = new byte[5];
        await response.Body.ReadExactlyAsync(first);
        firstPartRead.SetResult();

        Assert.Equal("first", Encoding.UTF8.GetString(first));
        Assert.Equal("second", await new StreamReader(response.Body).ReadToEndAsync());
    }

    [Fact]
    public async Task A_streamed_answer_holds_its_connection_until_it_is_disposed()
    {
        await using var node = await FakeNode.StartAsync(FakeNode.Json(new string('x', 1 << 20)));
        var transport = Client.Of(node, settings => settings.ConnectionLimit(1).EnableHttpCompression(false));

        var streamed = await transport.GetAsync<StreamResponse>("/first");
        var second = transport.GetAsync<VoidResponse>("/second");
        Assert.Single(node.Requests);
        Assert.False(second.IsCompleted);
        streamed.Dispose();

        Assert.Equal(200, (await second).ApiCallDetails.HttpStatusCode);
    }

    [Fact]
    public async Task Headers_can_be_read_that_were_asked_for()
    {
        await using var node = await FakeNode.StartAsync(context =>
        {
            context.Response.Headers["Warning"] = "299 made up";
            return FakeNode.Json("{}")(context);
        });
        var transport = Client.Of(node, settings => settings.ResponseHeadersToParse(new HeadersList("x-elastic-product")));

        var details = (await transport.GetAsync<VoidResponse>("/x")).ApiCallDetails;
        Assert.True(details.TryGetHeader("x-elastic-product", out var product));
        Assert.Equal(["Elasticsearch"], product);
        Assert.False(details.TryGetHeader("date", out _));

        var all = (await transport.RequestAsync<VoidResponse>(HttpMethod.GET, "/x", null, new RequestConfiguration { ParseAllHeaders = true })).ApiCallDetails;
        Assert.True(all.TryGetHeader("Date", out _));
        Assert.True(all.TryGetHeader("Warning", out _));
    }
}
