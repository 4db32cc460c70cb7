namespace Elastic.Transport;

internal sealed class MemoryBody(ReadOnlyMemory<byte> bytes) : PostData
{
    internal override long? Length => bytes.Length;

    internal override Task WriteAsync(Stream stream, CancellationToken cancellationToken) => stream.WriteAsync(bytes, cancellationToken).AsTask();
}
