using Fazhi.Documents.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Fazhi.Hosting;

/// <summary>Sends the bytes that were imported.</summary>
public static class OriginalDownload
{
    /// <summary>Sends where the bytes came from, then the bytes in pieces.</summary>
    public static async Task SendAsync(this Originals originals, Source source, IServerStreamWriter<OriginalChunk> stream, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(new OriginalChunk { Source = source }, cancellationToken);
        await foreach (var piece in originals.ReadAsync(source.Sha256, cancellationToken))
            await stream.WriteAsync(new OriginalChunk { Data = UnsafeByteOperations.UnsafeWrap(piece) }, cancellationToken);
    }
}
