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

/// <summary>A region of a search and where it is.</summary>
/// <param name="Text">What the search says: a name or a code.</param>
/// <param name="Code">Its code; empty if it is not known.</param>
/// <param name="Name">Its own name: 望岫县.</param>
/// <param name="FullName">Its name with those above: 临澜市望岫县.</param>
/// <param name="Above">The regions above it, outermost first.</param>
public sealed record PlacedRegion(string Text, string Code, string Name, string FullName, IReadOnlyList<Region> Above);

/// <summary>Finds the region that a reader typed or a link carries.</summary>
internal sealed class Regions(PageCalls calls)
{
    private const int MaxPlaced = 20;

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

    /// <summary>Where the regions are that a search names, in its order. One that is not known, or not known for certain, is its own words alone.</summary>
    public async Task<IReadOnlyList<PlacedRegion>> PlaceAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
        => await Task.WhenAll(texts.Take(MaxPlaced).Select(text => PlaceAsync(text, cancellationToken)));

    private async Task<PlacedRegion> PlaceAsync(string text, CancellationToken cancellationToken)
    {
        var code = text.All(char.IsAsciiDigit) ? text : (await FindAsync(text, cancellationToken)).Code;
        if (await RegionAsync(code, cancellationToken) is not { } region)
            return new PlacedRegion(text, "", text, text, []);
        var above = await Task.WhenAll(region.AncestorCodes.Select(ancestor => RegionAsync(ancestor, cancellationToken)));
        return new PlacedRegion(text, region.Code, region.DisplayName, region.FullName, [.. above.OfType<Region>()]);
    }

    private async Task<Region?> RegionAsync(string code, CancellationToken cancellationToken)
        => code.Length == 0
            ? null
            : (await calls.AskAsync("units", call => calls.Units.GetRegionAsync(new GetRegionRequest { Name = $"regions/{code}" }, call), cancellationToken)).Value;
}
