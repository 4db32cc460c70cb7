namespace Elastic.Transport;

/// <summary>Where a call failed.</summary>
public enum PipelineFailure
{
    /// <summary>The credentials were not accepted (401).</summary>
    BadAuthentication,

    /// <summary>An answer that is no success.</summary>
    BadResponse,

    /// <summary>A ping failed.</summary>
    PingFailure,

    /// <summary>Asking for the cluster's nodes failed; not done here.</summary>
    SniffFailure,

    /// <summary>The same, before the first call; not done here.</summary>
    CouldNotStartSniffOnStartup,

    /// <summary>The time for retries is used up.</summary>
    MaxTimeoutReached,

    /// <summary>The retries are used up.</summary>
    MaxRetriesReached,

    /// <summary>Something that is not foreseen.</summary>
    Unexpected,

    /// <summary>No answer.</summary>
    BadRequest,

    /// <summary>There was no node to ask.</summary>
    NoNodesAttempted,
}
