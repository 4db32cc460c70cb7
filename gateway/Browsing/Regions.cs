using Fazhi.Gateway.Errors;
using Fazhi.Units.V1;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace Fazhi.Gateway.Browsing;

/// <summary>A region that a reader named.</summary>
/// <param name="Code">Its code; empty when no region was named or none was found.</param>
/// <param name="Name">Its name as the form shows it.</param>
/// <param name="Candidates">The regions that fit, when there are several.</param>
/// <param name="Error">Why there is none.</param>
public sealed record NamedRegion(string Code, string Name, IReadOnlyList<Region> Candidates, Status? Error);

/// <summary>Finds the region that a reader typed or a link carries.</summary>
internal sealed class Regions(PageCalls calls)
{
    /// <summary>The region of that name or code.</summary>
    public async Task<NamedRegion> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length == 0)
            return new NamedRegion("", "", [], null);
        var answer = await calls.AskAsync("units", call => calls.Units.ResolveRegionAsync(new ResolveRegionRequest { Text = text }, call), cancellationToken);
        if (answer.Value is not { } found)
            return new NamedRegion("", text, [], answer.Error);
        if (found.Region?.Code is { Length: > 0 } code)
            return new NamedRegion(code, found.Region.FullName.Length > 0 ? found.Region.FullName : text, [], null);
        var error = found.Candidates.Count > 1
            ? GatewayStatus.Of(StatusCode.InvalidArgument, $"有多个地区叫“{text}”，请选择：")
            : GatewayStatus.Of(StatusCode.InvalidArgument, $"没有找到地区“{text}”，请填写规范名称（如“衡阳市”）或区划代码");
        return new NamedRegion("", text, found.Candidates, error);
    }

    /// <summary>The name to show for a region that a link carries as a code; the text itself when it is a name already or not known.</summary>
    public async Task<string> NameOfAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length == 0 || !text.All(char.IsAsciiDigit))
            return text;
        var answer = await calls.AskAsync("units", call => calls.Units.GetRegionAsync(new GetRegionRequest { Name = $"regions/{text}" }, call), cancellationToken);
        return answer.Value?.FullName is { Length: > 0 } name ? name : text;
    }
}
