using System.Security.Cryptography;
using Fazhi.Cli.Connection;
using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Cli.Import;

/// <summary>Sends one file to the server.</summary>
/// <remarks>The same bytes are the same document, so that a file may be sent again when the server went away in between.</remarks>
internal sealed class Importer(PlanService.PlanServiceClient plans)
{
    /// <summary>Largest document the server takes, in bytes.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    private const int ChunkBytes = 256 * 1024;

    // Opening a pipe waits for somebody to write into it, for ever.
    private static readonly TimeSpan MaxReadTime = TimeSpan.FromSeconds(10);

    // A service that the AppHost starts again is back within a few seconds.
    private static readonly TimeSpan[] Waits = [.. new[] { 0.2, 0.5, 1, 2, 4 }.Select(TimeSpan.FromSeconds)];

    public async Task<ImportResult> ImportAsync(FoundFile file, CancellationToken cancellation)
    {
        byte[] bytes;
        try
        {
            if (new FileInfo(file.Path).Length > MaxBytes)
                return ImportResult.Failed(file, Code.InvalidArgument, $"文件超过 {MaxBytes / 1024 / 1024} MiB");
            bytes = await Task.Run(() => ReadRegularFile(file.Path), cancellation).WaitAsync(MaxReadTime, cancellation);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return ImportResult.Failed(file, Code.NotFound, "无法读取：文件不存在，或链接指向不存在的文件");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return ImportResult.Failed(file, Code.FailedPrecondition, $"无法读取：{error.Message}");
        }
        catch (TimeoutException)
        {
            return ImportResult.Failed(file, Code.FailedPrecondition, $"无法读取：{MaxReadTime.TotalSeconds:0} 秒内没有内容，可能不是普通文件（管道）");
        }

        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await SendAsync(file, bytes, cancellation);
            }
            catch (RpcException error) when (error.StatusCode == StatusCode.Unavailable && attempt < Waits.Length && !cancellation.IsCancellationRequested)
            {
                await Task.Delay(Waits[attempt], cancellation);
            }
            catch (RpcException error) when (!cancellation.IsCancellationRequested)
            {
                var status = error.GetRpcStatus() ?? new Status { Code = (int)error.StatusCode, Message = error.Status.Detail };
                return new ImportResult(file, ImportOutcome.Failed, null, status);
            }
        }
    }

    private static byte[] ReadRegularFile(string path)
    {
        using var stream = File.OpenRead(path);
        if (!stream.CanSeek)
            throw new IOException("不是普通文件（管道或设备）");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private async Task<ImportResult> SendAsync(FoundFile file, byte[] bytes, CancellationToken cancellation)
    {
        using var call = plans.ImportDocument(Gateway.Stream(cancellation));
        try
        {
            var metadata = new ImportMetadata { FileName = Path.GetFileName(file.Path), Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
            await call.RequestStream.WriteAsync(new ImportDocumentRequest { Metadata = metadata }, cancellation);
            for (var at = 0; at < bytes.Length; at += ChunkBytes)
            {
                var chunk = bytes.AsMemory(at, Math.Min(ChunkBytes, bytes.Length - at));
                await call.RequestStream.WriteAsync(new ImportDocumentRequest { Chunk = UnsafeByteOperations.UnsafeWrap(chunk) }, cancellation);
            }
            await call.RequestStream.CompleteAsync();
        }
        catch (RpcException)
        {
            // The server ended the call while the file was still being sent: the response says why.
        }

        var response = await call.ResponseAsync;
        var outcome = response.Outcome == ImportDocumentResponse.Types.Outcome.Unchanged ? ImportOutcome.Unchanged : ImportOutcome.Created;
        return new ImportResult(file, outcome, response.Document, null);
    }
}
