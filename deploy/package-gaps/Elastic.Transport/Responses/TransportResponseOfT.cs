namespace Elastic.Transport;

/// <summary>An answer with a body.</summary>
/// <typeparam name="T">The form in which the body is given.</typeparam>
public abstract class TransportResponse<T> : TransportResponse
{
    private protected TransportResponse(T empty) => Body = empty;

    /// <summary>The body; empty where there is none, or where it is not of the expected media type.</summary>
    public T Body { get; internal set; }
}
