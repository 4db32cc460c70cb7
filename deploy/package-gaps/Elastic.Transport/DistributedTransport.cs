using System.Diagnostics;

namespace Elastic.Transport;

/// <inheritdoc cref="ITransport{TConfiguration}"/>
/// <param name="configuration">The settings.</param>
public class DistributedTransport<TConfiguration>(TConfiguration configuration) : ITransport<TConfiguration>
    where TConfiguration : class, ITransportConfiguration
{
    /// <inheritdoc/>
    public TConfiguration Configuration { get; } = configuration;

    /// <inheritdoc/>
    public Task<TResponse> RequestAsync<TResponse>(
        in EndpointPath path,
        PostData? postData,
        Action<Activity>? configureActivity,
        IRequestConfiguration? localConfiguration,
        CancellationToken cancellationToken = default)
        where TResponse : TransportResponse, new() =>
        CallAsync<TResponse>(path, new BoundConfiguration(Configuration, localConfiguration, postData), configureActivity, cancellationToken);

    private static async Task<TResponse> CallAsync<TResponse>(
        EndpointPath path, BoundConfiguration bound, Action<Activity>? configureActivity, CancellationToken cancellationToken)
        where TResponse : TransportResponse, new()
    {
        using var trace = CallActivity.Start(path, bound, configureActivity);
        var call = new Call<TResponse>(path, bound);
        try
        {
            var response = await call.RunAsync(cancellationToken).ConfigureAwait(false);
            trace?.End(response.ApiCallDetails, call.AttemptedNodes);
            return response;
        }
        catch (TransportException error)
        {
            trace?.End(error, call.AttemptedNodes);
            throw;
        }
    }
}
