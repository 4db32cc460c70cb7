using Fazhi.Gateway.Connect;
using Google.Rpc;

namespace Fazhi.Gateway.Components;

/// <summary>The words that the page of an error shows, for endpoints that have no page of their own.</summary>
internal static class ProblemOnPage
{
    /// <summary>Answers with the error that a service gave.</summary>
    public static void Set(HttpContext context, Status error) => Set(context, ConnectCode.Of(error.Code).HttpStatus, error.Message);

    /// <summary>Answers with a status and what its page says.</summary>
    public static void Set(HttpContext context, int httpStatus, string message)
    {
        context.Response.StatusCode = httpStatus;
        context.Items[typeof(ProblemOnPage)] = message;
    }

    /// <summary>The words set for this request; null if none are.</summary>
    public static string? Of(HttpContext context) => context.Items[typeof(ProblemOnPage)] as string;
}
