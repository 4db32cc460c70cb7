namespace Elastic.Transport;

/// <summary>An answer whose body is read from the connection as it comes. It must be disposed: until then the connection is not free.</summary>
public sealed class StreamResponse : TransportResponse<Stream>, IDisposable
{
    private HttpResponseMessage? message;

    /// <summary>Without a body.</summary>
    public StreamResponse()
        : base(Stream.Null)
    {
    }

    /// <summary>The media type of the body, empty without one.</summary>
    public string ContentType => ApiCallDetails?.ResponseContentType ?? "";

    /// <inheritdoc/>
    public void Dispose()
    {
        Body.Dispose();
        message?.Dispose();
    }

    internal override async Task ReadBodyAsync(HttpResponseMessage message, CancellationToken cancellationToken)
    {
        Body = await message.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        this.message = message;
    }

    internal override bool Keeps(HttpResponseMessage message) => this.message == message;
}
