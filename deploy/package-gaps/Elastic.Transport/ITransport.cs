using System.Diagnostics;

namespace Elastic.Transport;

/// <summary>Sends requests to a cluster.</summary>
public interface ITransport
{
    /// <summary>Sends a request to the next node, and to further ones if that does not answer.</summary>
    /// <typeparam name="TResponse">The form in which the answer is given.</typeparam>
    /// <param name="path">What is asked.</param>
    /// <param name="postData">The body, if there is one.</param>
    /// <param name="configureActivity">Adds to the trace of the call.</param>
    /// <param name="localConfiguration">Settings for this request.</param>
    /// <param name="cancellationToken">Ends the call: its response then has a <see cref="TaskCanceledException"/>.</param>
    /// <returns>The answer. A failed call is told by its <see cref="TransportResponse.ApiCallDetails"/>.</returns>
    /// <exception cref="TransportException">The call failed and failed calls are to throw.</exception>
    Task<TResponse> RequestAsync<TResponse>(
        in EndpointPath path,
        PostData? postData,
        Action<Activity>? configureActivity,
        IRequestConfiguration? localConfiguration,
        CancellationToken cancellationToken = default)
        where TResponse : TransportResponse, new();
}
