namespace Elastic.Transport;

internal sealed class StreamedBody<T>(T state, Func<T, Stream, CancellationToken, Task> writer) : PostData
{
    internal override Task WriteAsync(Stream stream, CancellationToken cancellationToken) => writer(state, stream, cancellationToken);
}
