using Fazhi.Cli.Connection;
using Fazhi.Units.V1;

namespace Fazhi.Cli.Commands;

/// <summary>A region that the user named, as the code that the services want.</summary>
internal static class RegionArgument
{
    /// <summary>The code; empty for no region.</summary>
    /// <exception cref="CliException">No region, or several, have that name.</exception>
    public static async Task<string> ToCodeAsync(Gateway gateway, string? region, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(region))
            return "";
        if (region.All(char.IsAsciiDigit))
            return region;

        var answer = await gateway.Units.ResolveRegionAsync(new ResolveRegionRequest { Text = region }, Gateway.Call(cancellation));
        if (answer.Region is { Code.Length: > 0, UnregisteredName.Length: 0 } found)
            return found.Code;
        throw answer.Candidates.Count > 1
            ? new CliException($"“{region}”可能是：{string.Join("、", answer.Candidates.Select(candidate => $"{candidate.FullName}（{candidate.Code}）"))}。请写全称或代码")
            : new CliException($"没有登记名为“{region}”的地区。可用 fazhi regions 查找");
    }
}
