using Fazhi.Gateway.Components;
using Microsoft.AspNetCore.Diagnostics;

namespace Fazhi.Gateway.Errors;

/// <summary>Lets a form that is refused have the page of its error.</summary>
internal static class ErrorPagesOfPosts
{
    private const string Refused = "页面可能已经过期，或者请求来自别的网站。请返回上一页，刷新后再提交。";

    public static IApplicationBuilder UseErrorPagesOfPosts(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            await next(context);
            return;
        }

        // The page of an error is asked for with the method of what failed. As a form sent once more it would be refused like that one: it is only to be read.
        var isErrorPage = context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerPathFeature>() is not null;
        if (isErrorPage)
            context.Request.Method = HttpMethods.Get;
        await next(context);
        if (isErrorPage || context.Response.HasStarted || context.Response.StatusCode != StatusCodes.Status400BadRequest)
            return;
        // Razor components name the type of a page before they refuse its form, and what has a type is taken for an answer.
        context.Response.ContentType = null;
        ProblemOnPage.Set(context, StatusCodes.Status400BadRequest, Refused);
    });
}
