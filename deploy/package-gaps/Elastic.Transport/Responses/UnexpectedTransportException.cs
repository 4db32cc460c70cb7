namespace Elastic.Transport;

/// <summary>Something that no setting makes a response of, such as an error in the caller's own body writer. It is always thrown.</summary>
public class UnexpectedTransportException : TransportException
{
    internal UnexpectedTransportException(string message, Exception innerException)
        : base(PipelineFailure.Unexpected, message, innerException)
    {
    }
}
