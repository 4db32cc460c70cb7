namespace Elastic.Transport;

/// <summary>A failed call, when failed calls are to throw (see <see cref="IRequestConfiguration.ThrowExceptions"/>).</summary>
public class TransportException : Exception
{
    /// <summary>With the reason and what lies behind it.</summary>
    public TransportException(PipelineFailure failure, string message, Exception? innerException)
        : base(message, innerException) => FailureReason = failure;

    /// <summary>Where it failed.</summary>
    public PipelineFailure? FailureReason { get; }

    /// <summary>The call; null if there was none.</summary>
    public ApiCallDetails? ApiCallDetails { get; internal init; }

    /// <summary>For people; without credentials and bodies.</summary>
    public string DebugInformation => $"# FailureReason: {FailureReason}\n{ApiCallDetails?.DebugInformation}# Exception:\n{this}";
}
