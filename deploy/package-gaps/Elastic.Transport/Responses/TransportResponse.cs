namespace Elastic.Transport;

/// <summary>The answer to a request, whether it succeeded or not.</summary>
public abstract class TransportResponse
{
    private protected TransportResponse()
    {
    }

    /// <summary>What became of the call.</summary>
    public ApiCallDetails ApiCallDetails { get; internal set; } = null!;

    /// <inheritdoc/>
    public override string ToString() => ApiCallDetails?.DebugInformation ?? base.ToString()!;

    internal abstract Task ReadBodyAsync(HttpResponseMessage message, CancellationToken cancellationToken);

    /// <summary>The body is still being read: whoever disposes the response ends the message.</summary>
    internal virtual bool Keeps(HttpResponseMessage message) => false;
}
