using System.Security.Cryptography;
using System.Text;
using Fazhi.Documents.V1;
using Fazhi.Hosting.Tests.Host;
using Fazhi.Hosting.Tests.V1;
using Fazhi.Testing;
using Google.Protobuf;
using Grpc.Core;

namespace Fazhi.Hosting.Tests.Import;

public sealed class UploadTests : IAsyncLifetime
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes("岚川省法治政府建设工作要点");
    private static readonly string TextSha256 = Convert.ToHexStringLower(SHA256.HashData(Text));

    private readonly TempFolder folder = new();
    private readonly EchoBehaviour behaviour = new();
    private RealHost host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => host = await EchoHost.StartAsync(folder, behaviour);

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await folder.DisposeAsync();
    }

    [Theory]
    [InlineData("plan.txt", "plan.txt")]
    [InlineData(@"C:\documents\plan.txt", "plan.txt")]
    [InlineData("a/b/plan.txt", "plan.txt")]
    [InlineData("", "")]
    public async Task Pieces_become_one_document_and_the_name_a_label(string sent, string kept)
    {
        var response = await Upload(Metadata(sent, TextSha256.ToUpperInvariant()), Chunk(Text[..5]), Chunk([]), Chunk(Text[5..]));
        Assert.Equal($"{kept} {Text.Length} {TextSha256}", response.Text);
    }

    [Fact]
    public async Task Document_of_exactly_the_limit_is_taken()
    {
        var chunks = Enumerable.Repeat(Chunk(new byte[UploadReceiver.MaxChunkBytes]), UploadReceiver.MaxBytes / UploadReceiver.MaxChunkBytes);
        var response = await Upload([Metadata("large.txt"), .. chunks]);
        Assert.Contains($" {UploadReceiver.MaxBytes} ", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_above_the_limit_is_refused_naming_it()
    {
        var chunks = Enumerable.Repeat(Chunk(new byte[UploadReceiver.MaxChunkBytes]), UploadReceiver.MaxBytes / UploadReceiver.MaxChunkBytes);
        var error = await RpcAssert.FailsAsync(
            StatusCode.ResourceExhausted, "DOCUMENT_TOO_LARGE", () => Upload([Metadata("large.txt"), .. chunks, Chunk([1])]));
        Assert.Contains("32 MiB", error.Status.Detail, StringComparison.Ordinal);
    }

    public static TheoryData<string, ImportDocumentRequest[]> Wrong => new()
    {
        { "METADATA_MISSING", [] },
        { "METADATA_MISSING", [new ImportDocumentRequest()] },
        { "METADATA_MISSING", [Chunk(Text), Metadata("late.txt")] },
        { "METADATA_REPEATED", [Metadata("a.txt"), Chunk(Text), Metadata("b.txt")] },
        { "DOCUMENT_EMPTY", [Metadata("a.txt")] },
        { "DOCUMENT_EMPTY", [Metadata("a.txt"), Chunk([]), new ImportDocumentRequest()] },
        { "CHUNK_TOO_LARGE", [Metadata("a.txt"), Chunk(new byte[UploadReceiver.MaxChunkBytes + 1])] },
        { "SHA256_MISMATCH", [Metadata("a.txt", new string('0', 64)), Chunk(Text)] },
        { "SHA256_INVALID", [Metadata("a.txt", "abc"), Chunk(Text)] },
        { "FILE_NAME_INVALID", [Metadata("a\0.txt"), Chunk(Text)] },
        { "FILE_NAME_INVALID", [Metadata(new string('a', 256)), Chunk(Text)] },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public Task Wrong_upload_is_refused_with_its_reason(string reason, ImportDocumentRequest[] messages) =>
        RpcAssert.FailsAsync(StatusCode.InvalidArgument, reason, () => Upload(messages));

    [Fact]
    public async Task Caller_that_falls_silent_is_not_waited_for_without_end()
    {
        behaviour.Upload = async (requests, context) =>
        {
            await UploadReceiver.ReceiveAsync(requests, TimeSpan.FromMilliseconds(200), context.CancellationToken);
            return new EchoResponse();
        };
        using var call = host.Echo().Upload(cancellationToken: Cancel);
        await call.RequestStream.WriteAsync(Metadata("a.txt"), Cancel);
        await RpcAssert.FailsAsync(StatusCode.DeadlineExceeded, "UPLOAD_STALLED", () => call.ResponseAsync);
    }

    [Fact]
    public async Task Originals_come_back_byte_by_byte_in_pieces()
    {
        var bytes = RandomNumberGenerator.GetBytes((2 * Originals.PieceSize) + 7);
        var (store, originals) = (host.Services.GetRequiredService<SqliteStore>(), host.Services.GetRequiredService<Originals>());

        var first = await store.WriteAsync((_, transaction) => originals.Save(transaction, bytes), Cancel);
        var second = await store.WriteAsync((_, transaction) => originals.Save(transaction, bytes), Cancel);
        var pieces = await originals.ReadAsync(first, Cancel).ToListAsync(Cancel);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), first);
        Assert.Equal(first, second);
        Assert.Equal([Originals.PieceSize, Originals.PieceSize, 7], pieces.Select(piece => piece.Length));
        Assert.Equal(bytes, pieces.SelectMany(piece => piece));
        Assert.Equal(bytes.Length, await originals.SizeAsync(first, Cancel));
    }

    [Fact]
    public async Task Originals_that_were_dropped_are_not_found()
    {
        var (store, originals) = (host.Services.GetRequiredService<SqliteStore>(), host.Services.GetRequiredService<Originals>());
        var sha256 = await store.WriteAsync((_, transaction) => originals.Save(transaction, Text), Cancel);

        Assert.True(await store.WriteAsync((_, transaction) => originals.Delete(transaction, sha256), Cancel));

        Assert.False(await store.WriteAsync((_, transaction) => originals.Delete(transaction, sha256), Cancel));
        Assert.Null(await originals.SizeAsync(sha256, Cancel));
        var error = await Assert.ThrowsAsync<FazhiException>(async () => await originals.ReadAsync(sha256, Cancel).FirstAsync(Cancel));
        Assert.Equal(StatusCode.NotFound, error.Code);
    }

    private static ImportDocumentRequest Metadata(string fileName, string sha256 = "") =>
        new() { Metadata = new ImportMetadata { FileName = fileName, Sha256 = sha256 } };

    private static ImportDocumentRequest Chunk(byte[] bytes) => new() { Chunk = ByteString.CopyFrom(bytes) };

    private async Task<EchoResponse> Upload(params IEnumerable<ImportDocumentRequest> messages)
    {
        using var call = host.Echo().Upload(cancellationToken: Cancel);
        try
        {
            foreach (var message in messages)
                await call.RequestStream.WriteAsync(message, Cancel);
            await call.RequestStream.CompleteAsync();
        }
        catch (RpcException)
        {
            // The server refused before it had read all: the response says why.
        }

        return await call;
    }
}
