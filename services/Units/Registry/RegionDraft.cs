using System.Collections.Immutable;
using Fazhi.Catalogues.Regions;
using Fazhi.Hosting;

namespace Fazhi.Units.Registry;

/// <summary>What a caller gives of a region, not yet checked; field names are those of the request.</summary>
public sealed record RegionDraft(string Name, IReadOnlyCollection<string> ShortNames, IReadOnlyCollection<RegionDraft.FormerDraft> Former)
{
    private const int LongestName = 50;
    private const int MostNames = 50;
    private const int FirstYear = 1912;
    private const int LastYear = 2200;

    /// <summary>What a caller gives of a former name; the year is 0 when not known.</summary>
    public sealed record FormerDraft(string Code, string Name, int UntilYear);

    /// <summary>The region with these names; one without short names gets those of the rule.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: a name is empty, too long or has blanks, a former code or year is none.</exception>
    /// <param name="code">The code.</param>
    /// <param name="parent">The parent.</param>
    /// <param name="path">Where the region is in the request.</param>
    public Region Check(RegionCode code, RegionCode? parent, string path = "region")
    {
        var checks = new FieldChecks();
        var name = checks.Name($"{path}.display_name", Name, LongestName);
        var shortNames = checks.Names($"{path}.short_names", ShortNames, LongestName, MostNames);
        checks.AtMost($"{path}.former", Former.Count, MostNames);
        ImmutableArray<FormerRegion> former = [.. Former.Take(MostNames).Select((entry, at) => CheckFormer(checks, $"{path}.former[{at}]", entry))];
        checks.ThrowIfAny();
        return new Region(code, name, parent) { ShortNames = shortNames.IsEmpty ? RegionNames.ShortNamesOf(name) : shortNames, Former = former };
    }

    private static FormerRegion CheckFormer(FieldChecks checks, string field, FormerDraft draft)
    {
        if (!RegionCode.TryParse(draft.Code, out var code) && draft.Code.Length > 0)
        {
            checks.Add($"{field}.code", "应为 6 位或 9 位区划代码，或留空");
        }

        if (draft.UntilYear is not 0 and (< FirstYear or > LastYear))
        {
            checks.Add($"{field}.until_year", $"应为 {FirstYear} 至 {LastYear} 的年份，未知时为 0");
        }

        return new FormerRegion(
            draft.Code.Length == 0 ? null : code,
            checks.Name($"{field}.display_name", draft.Name, LongestName),
            draft.UntilYear == 0 ? null : draft.UntilYear);
    }
}
