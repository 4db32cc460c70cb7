using System.Security.Cryptography;
using Fazhi.Documents.V1;
using Grpc.Core;

namespace Fazhi.Cli.Connection;

/// <summary>Saves the original bytes of a document.</summary>
internal static class OriginalFile
{
    /// <summary>Writes the file in one step: it is either complete and checked against its SHA-256, or not there.</summary>
    /// <returns>Its size in bytes.</returns>
    /// <exception cref="CliException">It cannot be written, or what arrived is not what was imported.</exception>
    public static Task<long> SaveAsync(Gateway gateway, string name, string path, CancellationToken cancellation) =>
        WholeFile.WriteAsync(path, file => CopyAsync(gateway, name, file, cancellation));

    private static async Task<long> CopyAsync(Gateway gateway, string name, Stream file, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var options = Gateway.Stream(cancellation);
        Source? source = null;
        if (DocumentName.IsPlan(name))
        {
            using var call = gateway.Plans.DownloadOriginal(new Plans.V1.DownloadOriginalRequest { Name = name }, options);
            await CopyAsync(call.ResponseStream);
        }
        else
        {
            using var call = gateway.Reports.DownloadOriginal(new Reports.V1.DownloadOriginalRequest { Name = name }, options);
            await CopyAsync(call.ResponseStream);
        }

        return source is { Sha256.Length: > 0 } && !source.Sha256.Equals(Convert.ToHexString(hash.GetHashAndReset()), StringComparison.OrdinalIgnoreCase)
            ? throw new CliException("下载的内容与导入时的校验值不符，没有保存")
            : file.Length;

        async Task CopyAsync(IAsyncStreamReader<OriginalChunk> chunks)
        {
            await foreach (var chunk in chunks.ReadAllAsync(cancellation))
            {
                source ??= chunk.Source;
                hash.AppendData(chunk.Data.Span);
                await file.WriteAsync(chunk.Data.Memory, cancellation);
            }
        }
    }
}
