using Fazhi.Gateway.Errors;
using Fazhi.Gateway.Services;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Search.V1;
using Fazhi.Units.V1;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace Fazhi.Gateway.Browsing;

/// <summary>The calls that pages make: with a deadline, ended when the reader leaves, and never throwing what a page can say instead.</summary>
internal sealed class PageCalls(ServiceDirectory services, IOptions<GatewayOptions> options, ILogger<PageCalls> logger)
{
    public SearchService.SearchServiceClient Search { get; } = new(services.For("search"));

    public SavedSearchService.SavedSearchServiceClient SavedSearches { get; } = new(services.For("search"));

    public PlanService.PlanServiceClient Plans { get; } = new(services.For("plans"));

    public ThemeService.ThemeServiceClient Themes { get; } = new(services.For("plans"));

    public ReportService.ReportServiceClient Reports { get; } = new(services.For("reports"));

    public UnitService.UnitServiceClient Units { get; } = new(services.For("units"));

    /// <summary>Makes a call of an area's service.</summary>
    public async Task<Answer<T>> AskAsync<T>(string area, Func<CallOptions, AsyncUnaryCall<T>> call, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return new Answer<T>(await call(new CallOptions(deadline: DateTime.UtcNow + options.Value.PageDeadline, cancellationToken: cancellationToken)), null);
        }
        catch (RpcException error) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogDebug(error, "The {Area} service answered {Code}", area, error.StatusCode);
            return new Answer<T>(null, ErrorOf(error, area));
        }
    }

    /// <summary>What a page says of a failed call: the service's own words where they are for the reader, ours where they are not.</summary>
    public static Google.Rpc.Status ErrorOf(RpcException error, string area) => error.StatusCode switch
    {
        // With details it is the service itself that speaks, of what it needs in turn; without, it could not be reached.
        StatusCode.Unavailable => error.GetRpcStatus() is { Details.Count: > 0 } said ? said : GatewayStatus.ServiceUnavailable(area),
        StatusCode.DeadlineExceeded => GatewayStatus.Of(StatusCode.DeadlineExceeded, $"{GatewayStatus.ServiceOf(area)}没有及时答复，请稍后重试"),
        StatusCode.Unimplemented or StatusCode.Internal or StatusCode.Unknown => GatewayStatus.Of(error.StatusCode, $"{GatewayStatus.ServiceOf(area)}出错，请稍后重试"),
        StatusCode.InvalidArgument => InvalidArgument(error),
        _ => GatewayStatus.From(error),
    };

    /// <summary>The words alone, as a reader of a page has no use for the names of the API's fields; details stay.</summary>
    private static Google.Rpc.Status InvalidArgument(RpcException error)
    {
        var status = GatewayStatus.From(error).Clone();
        if (status.GetDetail<BadRequest>() is { FieldViolations: { Count: > 0 } violations })
            status.Message = string.Join('；', violations.Select(violation => violation.Description.TrimEnd('。')));
        return status;
    }
}
