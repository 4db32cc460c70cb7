using Microsoft.AspNetCore.Http.Features;

namespace Fazhi.Gateway.Listening;

/// <summary>
/// Sets the scheme of each request from what the connection really is. A client may write any :scheme, and the marker of
/// <see cref="Http2Prefaced"/> must not make a clear-text request look encrypted.
/// </summary>
internal static class RequestScheme
{
    public static IApplicationBuilder UseTrueScheme(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var tls = context.Features.Get<ITlsConnectionFeature>();
        context.Request.Scheme = tls is null or Http2Prefaced ? Uri.UriSchemeHttp : Uri.UriSchemeHttps;
        return next(context);
    });
}
