namespace Elastic.Transport;

/// <summary>The methods that Elasticsearch's API uses.</summary>
public enum HttpMethod
{
    /// <summary>Reads.</summary>
    GET,

    /// <summary>Creates, or asks with a body.</summary>
    POST,

    /// <summary>Creates or replaces at a known place.</summary>
    PUT,

    /// <summary>Deletes.</summary>
    DELETE,

    /// <summary>Asks whether something is there; the answer has no body.</summary>
    HEAD,
}
