using System.Diagnostics;

namespace Elastic.Transport;

/// <summary>The trace of a call, by the semantic conventions for HTTP and databases.</summary>
internal sealed class CallActivity : IDisposable
{
    private static readonly ActivitySource Source = new("Elastic.Transport");

    private readonly Activity activity;

    private CallActivity(Activity activity) => this.activity = activity;

    /// <summary>Begins it, if someone listens.</summary>
    public static CallActivity? Start(EndpointPath path, BoundConfiguration bound, Action<Activity>? configure)
    {
        if (Source.StartActivity(path.Method.ToString(), ActivityKind.Client) is not { } activity)
            return null;
        activity.SetTag("db.system", "elasticsearch");
        activity.SetTag("http.request.method", path.Method.ToString());
        activity.SetTag("elastic.transport.product.name", bound.Global.ProductRegistration.Name);
        activity.SetTag("elastic.transport.product.version", bound.Global.ProductRegistration.ProductAssemblyVersion);
        configure?.Invoke(activity);
        return new CallActivity(activity);
    }

    /// <summary>The call ended with an answer or without one.</summary>
    public void End(ApiCallDetails details, int attemptedNodes)
    {
        if (details.Uri is { } uri)
        {
            // Without the credentials that the address of a node may have.
            activity.SetTag("url.full", uri.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped));
            activity.SetTag("server.address", uri.Host);
            activity.SetTag("server.port", uri.Port);
        }

        activity.SetTag("http.response.status_code", details.HttpStatusCode);
        activity.SetTag("elastic.transport.attempted_nodes", attemptedNodes);
        activity.SetStatus(details is { HasSuccessfulStatusCode: true, HasExpectedContentType: true, OriginalException: null } ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
    }

    /// <summary>The call threw.</summary>
    public void End(TransportException error, int attemptedNodes)
    {
        if (error.ApiCallDetails is { } details)
            End(details, attemptedNodes);
        activity.SetStatus(ActivityStatusCode.Error, error.Message);
    }

    public void Dispose() => activity.Dispose();
}
