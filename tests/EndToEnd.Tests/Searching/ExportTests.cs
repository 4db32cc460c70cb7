using System.Net;
using System.Net.Sockets;
using Fazhi.Hosting;
using Fazhi.Search.V1;
using Fazhi.Testing;
using Grpc.Core;

namespace Fazhi.EndToEnd.Tests.Searching;

/// <summary>Results of ten thousand rows as files, through the gateway: whole, as they are made, and no longer than somebody takes them.</summary>
public sealed class ExportTests(LargeLibrary library) : IClassFixture<LargeLibrary>
{
    /// <summary>As many exports as the service makes at once.</summary>
    private const int AtOnce = 4;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.JsonLines)]
    [InlineData(ExportFormat.Xlsx)]
    public async Task File_is_whole_to_the_last_row_called_or_downloaded(ExportFormat format)
    {
        var found = await library.Search.SearchAsync(new SearchRequest { Rows = ResultRows.Passages, PageSize = 1 }, cancellationToken: Cancellation);
        Assert.True(found.TotalSize > 10_000, $"{found.TotalSize}");

        foreach (var file in (byte[][])[await ExportAsync(format), await DownloadAsync(format)])
        {
            var rows = ExportedRows.Read(format, file);

            Assert.Equal(found.TotalSize, rows.Count);
            Assert.Equal(rows.Count, rows.Distinct().Count());
            Assert.Empty(library.Passages.Except(rows.Select(row => row.Name)));
        }
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Xlsx)]
    public async Task Export_begins_before_it_is_made_and_waits_for_its_reader(ExportFormat format)
    {
        var slow = new List<AsyncServerStreamingCall<ExportChunk>>();
        for (var i = 1; i < AtOnce; i++)
            slow.Add(await BeginAsync(format));
        // Each of these makes the whole file once more: the others, begun before, would have ended meanwhile if nothing had held them.
        var whole = ExportedRows.Read(format, await ExportAsync(format));
        await ExportAsync(format);
        await ExportAsync(format);

        slow.Add(await BeginAsync(format));
        await AssertNoRoomAsync();

        foreach (var call in slow)
        {
            var first = call.ResponseStream.Current.Data.ToByteArray();
            Assert.Equal(whole, ExportedRows.Read(format, [.. first, .. await ReadAsync(call)]));
            call.Dispose();
        }
    }

    [Fact]
    public async Task Export_ends_in_the_service_when_its_caller_hangs_up()
    {
        var calls = new List<AsyncServerStreamingCall<ExportChunk>>();
        for (var i = 0; i < AtOnce; i++)
            calls.Add(await BeginAsync(ExportFormat.Csv));
        await AssertNoRoomAsync();

        calls.ForEach(call => call.Dispose());

        await AssertRoomAgainAsync();
    }

    [Fact]
    public async Task Export_ends_in_the_service_when_a_browser_breaks_off_its_download()
    {
        using (var browser = NarrowBrowser())
        {
            for (var i = 0; i < AtOnce; i++)
            {
                var body = await browser.GetStreamAsync(AddressOf(ExportFormat.Csv), Cancellation);
                await body.ReadExactlyAsync(new byte[1000], Cancellation);
            }
            await AssertNoRoomAsync();
        }

        await AssertRoomAgainAsync();
    }

    private async Task<AsyncServerStreamingCall<ExportChunk>> BeginAsync(ExportFormat format)
    {
        var call = Call(format);
        Assert.True(await call.ResponseStream.MoveNext(Cancellation));
        Assert.NotEmpty(call.ResponseStream.Current.Data);
        return call;
    }

    private async Task<byte[]> ExportAsync(ExportFormat format)
    {
        using var call = Call(format);
        return await ReadAsync(call);
    }

    private AsyncServerStreamingCall<ExportChunk> Call(ExportFormat format) =>
        library.Search.Export(new ExportRequest { Search = new SearchRequest(), Format = format }, cancellationToken: Cancellation);

    private static async Task<byte[]> ReadAsync(AsyncServerStreamingCall<ExportChunk> call)
    {
        using var bytes = new MemoryStream();
        await foreach (var chunk in call.ResponseStream.ReadAllAsync(Cancellation))
            chunk.Data.WriteTo(bytes);
        return bytes.ToArray();
    }

    private async Task<byte[]> DownloadAsync(ExportFormat format)
    {
        using var browser = new HttpClient();
        return await browser.GetByteArrayAsync(AddressOf(format), Cancellation);
    }

    private Uri AddressOf(ExportFormat format) =>
        new(library.Gateway, $"/search/export?format={format switch { ExportFormat.Xlsx => "xlsx", ExportFormat.JsonLines => "jsonl", _ => "csv" }}");

    private Task AssertNoRoomAsync() => RpcAssert.FailsAsync(StatusCode.ResourceExhausted, "TOO_MANY_EXPORTS", () => ExportAsync(ExportFormat.Csv));

    private Task AssertRoomAgainAsync() => Eventually.True(async () =>
    {
        var calls = new List<AsyncServerStreamingCall<ExportChunk>>();
        try
        {
            for (var i = 0; i < AtOnce; i++)
                calls.Add(await BeginAsync(ExportFormat.Csv));
            return true;
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.ResourceExhausted && ErrorStatus.ReasonOf(error) == "TOO_MANY_EXPORTS")
        {
            return false;
        }
        finally
        {
            calls.ForEach(call => call.Dispose());
        }
    });

    // The machine keeps little on its way: what the browser does not take, the gateway has.
    private static HttpClient NarrowBrowser() => new(new SocketsHttpHandler
    {
        MaxResponseDrainSize = 0,
        ConnectCallback = async (context, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = 16 * 1024 };
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });
}
