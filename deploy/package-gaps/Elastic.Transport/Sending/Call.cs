using System.Runtime.ExceptionServices;

namespace Elastic.Transport;

/// <summary>
/// One request on its way over the nodes:
/// 1. the next node of the pool's view, unless the retries or their time are used up;
/// 2. a ping, if the node is new or was away;
/// 3. the request; an answer that the node itself gave, good or bad, ends the call;
/// 4. else the node is left out for a while, and it goes on with 1.
/// </summary>
internal sealed class Call<TResponse>(EndpointPath path, BoundConfiguration bound)
    where TResponse : TransportResponse, new()
{
    private readonly DateTimeProvider clock = bound.Global.NodePool.DateTimeProvider;
    private readonly DateTimeOffset started = bound.Global.NodePool.DateTimeProvider.Now();
    private readonly List<Attempt> attempts = [];

    /// <summary>How many nodes were tried.</summary>
    public int AttemptedNodes { get; private set; }

    private bool TakesTooLong => clock.Now() - started >= bound.MaxRetryTimeout * 0.98;

    /// <summary>The answer of the node that gave one, else of the last that was tried.</summary>
    public async Task<TResponse> RunAsync(CancellationToken cancellationToken)
    {
        TResponse? response = null;
        foreach (var node in bound.Global.NodePool.CreateView())
        {
            if (AttemptedNodes > 0 && (AttemptedNodes > bound.MaxRetries || TakesTooLong || cancellationToken.IsCancellationRequested))
                break;
            AttemptedNodes++;
            (response as IDisposable)?.Dispose();
            response = await TryAsync(node, cancellationToken).ConfigureAwait(false);
            if (response.ApiCallDetails.IsAnswerOfNode)
            {
                node.MarkAlive();
                break;
            }

            if (!cancellationToken.IsCancellationRequested)
                node.Fail(clock.Now(), failures => clock.DeadTime(failures, bound.Global.DeadTimeout, bound.Global.MaxDeadTimeout));
        }

        return Conclude(response!);
    }

    private async Task<TResponse> TryAsync(Node node, CancellationToken cancellationToken)
    {
        if (bound.Ping && node.IsResurrected && await PingAsync(node, cancellationToken).ConfigureAwait(false) is { } failure)
        {
            var details = new ApiCallDetails(path.Method, new Uri(node.Uri, path.PathAndQuery.TrimStart('/')));
            details.Fail(new TransportException(PipelineFailure.PingFailure, $"The ping of {Redacted(node)} failed", failure));
            return new TResponse { ApiCallDetails = details };
        }

        var begun = clock.Now();
        var response = await SendAsync(node, cancellationToken).ConfigureAwait(false);
        Note("request", node, begun, response.ApiCallDetails);
        return response;
    }

    private async Task<TResponse> SendAsync(Node node, CancellationToken cancellationToken)
    {
        try
        {
            return await bound.Global.RequestInvoker.SendAsync<TResponse>(node, path, bound, bound.RequestTimeout, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            throw new UnexpectedTransportException($"{path.Method} {path.PathAndQuery} failed: {error.Message}", error);
        }
    }

    private async Task<Exception?> PingAsync(Node node, CancellationToken cancellationToken)
    {
        var begun = clock.Now();
        var ping = await bound.Global.RequestInvoker
            .SendAsync<VoidResponse>(node, new EndpointPath(HttpMethod.HEAD, ""), bound, bound.PingTimeout, cancellationToken)
            .ConfigureAwait(false);
        Note("ping", node, begun, ping.ApiCallDetails);
        return ping.ApiCallDetails.HasSuccessfulStatusCode ? null : ping.ApiCallDetails.OriginalException ?? new HttpRequestException(ping.ApiCallDetails.ToString());
    }

    private TResponse Conclude(TResponse response)
    {
        var details = response.ApiCallDetails;
        details.Attempts = attempts;
        var error = details.HasSuccessfulStatusCode && details.HasExpectedContentType && details.OriginalException is null ? null : Error(details);
        details.Fail(details.OriginalException ?? error);
        bound.Global.OnRequestCompleted?.Invoke(details);
        if (error is not null && bound.ThrowExceptions)
        {
            (response as IDisposable)?.Dispose();
            ExceptionDispatchInfo.Throw(error);
        }

        return response;
    }

    private TransportException Error(ApiCallDetails details)
    {
        var (failure, what) = details switch
        {
            { HttpStatusCode: 401 } => (PipelineFailure.BadAuthentication, "The credentials were not accepted"),
            _ when !details.IsAnswerOfNode && TakesTooLong => (PipelineFailure.MaxTimeoutReached, "Maximum timeout reached while retrying request"),
            _ when !details.IsAnswerOfNode && bound.MaxRetries > 0 && AttemptedNodes > bound.MaxRetries =>
                (PipelineFailure.MaxRetriesReached, "Maximum number of retries reached"),
            { OriginalException: TransportException { FailureReason: PipelineFailure.PingFailure } ping } => (PipelineFailure.PingFailure, ping.Message),
            { HttpStatusCode: not null } => (PipelineFailure.BadResponse, details.OriginalException?.Message ?? "Request failed to execute"),
            _ => (PipelineFailure.BadRequest, details.OriginalException?.Message ?? "Request failed to execute"),
        };
        var status = details.HttpStatusCode?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "unknown";
        return new TransportException(failure, $"{what.TrimEnd('.')}. Call: Status code {status} from: {path.Method} {path.PathAndQuery}", details.OriginalException)
        {
            ApiCallDetails = details,
        };
    }

    private void Note(string what, Node node, DateTimeOffset begun, ApiCallDetails details) =>
        attempts.Add(new Attempt(what, Redacted(node), clock.Now() - begun, details.HttpStatusCode, details.OriginalException?.Message));

    private static string Redacted(Node node) => node.Uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}
