namespace Elastic.Transport;

/// <summary>An answer as text.</summary>
public sealed class StringResponse : TransportResponse<string>
{
    /// <summary>Without a body.</summary>
    public StringResponse()
        : base("")
    {
    }

    internal override async Task ReadBodyAsync(HttpResponseMessage message, CancellationToken cancellationToken) =>
        Body = await message.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
}
