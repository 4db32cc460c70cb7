using System.Globalization;
using Fazhi.Gateway.Browsing;
using Fazhi.Gateway.Connect;
using Google.Rpc;
using Microsoft.AspNetCore.Components;

namespace Fazhi.Gateway.Components;

/// <summary>What pages have in common: the request that they answer.</summary>
public abstract class PageBase : ComponentBase
{
    /// <summary>The request.</summary>
    [CascadingParameter]
    public HttpContext Context { get; set; } = null!;

    /// <summary>Ends when the reader leaves.</summary>
    protected CancellationToken Stop => Context.RequestAborted;

    /// <summary>
    /// Gives the page the HTTP status of what went wrong. It is set as the answer begins: a page that has the status 404 while it is
    /// rendered would be thrown away for the general page of that status, and ours says more.
    /// </summary>
    private protected void SetStatus(Status error)
    {
        var response = Context.Response;
        response.OnStarting(() =>
        {
            response.StatusCode = ConnectCode.Of(error.Code).HttpStatus;
            if (RetryHint.SecondsOf(error) is { } seconds)
                response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
    }
}
