namespace Elastic.Transport;

/// <summary>An answer whose body does not matter; it is thrown away.</summary>
public sealed class VoidResponse : TransportResponse
{
    internal override async Task ReadBodyAsync(HttpResponseMessage message, CancellationToken cancellationToken) =>
        // Read to its end, it leaves the connection free for the next request.
        await message.Content.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
}
