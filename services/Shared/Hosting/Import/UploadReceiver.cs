using System.Security.Cryptography;
using Fazhi.Documents.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Fazhi.Hosting;

/// <summary>
/// Takes in a document that comes as a stream of <see cref="ImportDocumentRequest"/>: metadata first, then the bytes. Whatever is wrong with
/// it is said before anything is kept.
/// </summary>
public static class UploadReceiver
{
    /// <summary>Largest document, in bytes: 32 MiB.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>Largest piece of a document in one message, in bytes: 1 MiB.</summary>
    public const int MaxChunkBytes = 1024 * 1024;

    /// <summary>Longest file name, in UTF-16 code units.</summary>
    public const int MaxFileNameLength = 255;

    /// <summary>Longest pause between two messages: a caller that fell silent does not hold memory for ever.</summary>
    public static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(60);

    /// <summary>Reads the stream to its end.</summary>
    /// <exception cref="FazhiException">
    /// INVALID_ARGUMENT with reason <c>METADATA_MISSING</c>, <c>METADATA_REPEATED</c>, <c>CHUNK_TOO_LARGE</c>, <c>FILE_NAME_INVALID</c>, <c>SHA256_INVALID</c>,
    /// <c>SHA256_MISMATCH</c>, <c>DOCUMENT_EMPTY</c>; RESOURCE_EXHAUSTED with <c>DOCUMENT_TOO_LARGE</c>; DEADLINE_EXCEEDED with <c>UPLOAD_STALLED</c>.
    /// </exception>
    public static Task<Upload> ReceiveAsync(IAsyncStreamReader<ImportDocumentRequest> requests, CancellationToken cancellationToken) =>
        ReceiveAsync(requests, MaxPause, cancellationToken);

    internal static async Task<Upload> ReceiveAsync(IAsyncStreamReader<ImportDocumentRequest> requests, TimeSpan maxPause, CancellationToken cancellationToken)
    {
        if (!await MoveNextAsync(requests, maxPause, cancellationToken) || requests.Current.PayloadCase != ImportDocumentRequest.PayloadOneofCase.Metadata)
            throw FazhiException.InvalidArgument("metadata", "第一条消息应为文件信息（metadata），之后才是内容", "METADATA_MISSING");

        var metadata = Check(requests.Current.Metadata);
        var chunks = new List<ByteString>();
        var size = 0;
        while (await MoveNextAsync(requests, maxPause, cancellationToken))
        {
            var chunk = ChunkOf(requests.Current);
            size += chunk.Length;
            if (size > MaxBytes)
                throw FazhiException.ResourceExhausted("DOCUMENT_TOO_LARGE", $"文件超过 {MaxBytes / 1024 / 1024} MiB（{MaxBytes} 字节）的上限").With("max_bytes", $"{MaxBytes}");
            if (chunk.Length > 0)
                chunks.Add(chunk);
        }

        return Complete(metadata, chunks, size);
    }

    private static async Task<bool> MoveNextAsync(IAsyncStreamReader<ImportDocumentRequest> requests, TimeSpan maxPause, CancellationToken cancellationToken)
    {
        using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        pause.CancelAfter(maxPause);
        try
        {
            return await requests.MoveNext(pause.Token);
        }
        catch (Exception error) when (pause.IsCancellationRequested && !cancellationToken.IsCancellationRequested && error is OperationCanceledException or RpcException)
        {
            throw FazhiException.DeadlineExceeded("UPLOAD_STALLED", $"上传中断：超过 {maxPause.TotalSeconds:F0} 秒没有收到内容");
        }
    }

    private static ImportMetadata Check(ImportMetadata metadata)
    {
        if (metadata.FileName.Length > MaxFileNameLength)
            throw FazhiException.InvalidArgument("metadata.file_name", $"文件名不能超过 {MaxFileNameLength} 个字符", "FILE_NAME_INVALID");
        if (metadata.FileName.Any(char.IsControl))
            throw FazhiException.InvalidArgument("metadata.file_name", "文件名不能含控制字符", "FILE_NAME_INVALID");
        if (metadata.Sha256.Length > 0 && (metadata.Sha256.Length != 64 || !metadata.Sha256.All(char.IsAsciiHexDigit)))
            throw FazhiException.InvalidArgument("metadata.sha256", "应为 64 位十六进制数字，或留空", "SHA256_INVALID");

        // Some clients send the path: the name is a label, a folder is nobody's business here.
        var checkedMetadata = metadata.Clone();
        checkedMetadata.FileName = metadata.FileName[(metadata.FileName.LastIndexOfAny(['/', '\\']) + 1)..];
        return checkedMetadata;
    }

    private static ByteString ChunkOf(ImportDocumentRequest request)
    {
        if (request.PayloadCase == ImportDocumentRequest.PayloadOneofCase.Metadata)
            throw FazhiException.InvalidArgument("metadata", "文件信息只能在第一条消息里", "METADATA_REPEATED");
        return request.Chunk.Length <= MaxChunkBytes
            ? request.Chunk
            : throw FazhiException.InvalidArgument("chunk", $"一条消息最多 {MaxChunkBytes} 字节，收到 {request.Chunk.Length} 字节", "CHUNK_TOO_LARGE");
    }

    private static Upload Complete(ImportMetadata metadata, List<ByteString> chunks, int size)
    {
        if (size == 0)
            throw FazhiException.InvalidArgument("chunk", "文件是空的", "DOCUMENT_EMPTY");

        var bytes = new byte[size];
        var end = 0;
        foreach (var chunk in chunks)
        {
            chunk.Span.CopyTo(bytes.AsSpan(end));
            end += chunk.Length;
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (metadata.Sha256.Length > 0 && !metadata.Sha256.Equals(sha256, StringComparison.OrdinalIgnoreCase))
            throw FazhiException.InvalidArgument("metadata.sha256", $"内容在传输中改变：声明的是 {metadata.Sha256}，收到的是 {sha256}", "SHA256_MISMATCH");
        return new Upload(metadata, bytes, sha256);
    }
}
