namespace Elastic.Transport;

/// <summary>An answer as bytes.</summary>
public sealed class BytesResponse : TransportResponse<byte[]>
{
    /// <summary>Without a body.</summary>
    public BytesResponse()
        : base([])
    {
    }

    internal override async Task ReadBodyAsync(HttpResponseMessage message, CancellationToken cancellationToken) =>
        Body = await message.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
}
