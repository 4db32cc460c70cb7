namespace Elastic.Transport;

/// <summary>What is asked, apart from the node that is asked.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="PathAndQuery">Path and query below the node's address, such as <c>/tasks/_search?size=10</c>; already escaped.</param>
public readonly record struct EndpointPath(HttpMethod Method, string PathAndQuery);
