using Fazhi.Catalogues;
using Fazhi.Documents.Layout;
using Fazhi.Documents.Metadata;

namespace Fazhi.Documents.Reports;

/// <summary>Finds the unit that a report is of: in the title, or, where that names nobody, in the signature.</summary>
internal static class ReportingUnit
{
    private static readonly string[] WholeRegions = ["人民政府", "政府", "街道", "镇", "乡", "县", "市", "区", "街道办事处", "办事处", "管委会", "管理委员会", "党委", "党工委", "县委", "市委", "区委", "省委", "工作委员会", "领导小组", "依法治县委员会", "依法治市委员会", "依法治区委员会", "依法治省委员会"];

    public static PrintedText? Find(Page page, TitleCandidate? title, RegionMention? region, IReadOnlyList<Issuer> issuers)
    {
        if (title is not null && NameIn(title.Text) is { Length: > 0 } name)
            return name.Any(char.IsAsciiDigit) || IsWholeRegion(name) ? null : Locate(page, title, name);
        if (title is not null && region is { Source: RegionSource.Title })
            return null;
        var units = issuers.Where(i => i.Range is not null && !IsWholeRegion(i.Name) && !i.Name.StartsWith("中共", StringComparison.Ordinal)).ToList();
        return units.Count == 1 && issuers.Count == 1 ? new(units[0].Name, units[0].Range!.Value) : null;
    }

    /// <summary>The body that a title begins with: 望岫县司法局关于2023年…, 望岫县司法局2023年….</summary>
    private static string NameIn(string title)
    {
        var folded = Fold.Text(title);
        var end = folded.AsSpan().IndexOfAny("0123456789《关二");
        for (; end > 0; end = NextEnd(folded, end))
        {
            if (OrgName.Is(folded.AsSpan(0, end)))
                return title[..end];
        }

        return "";
    }

    private static int NextEnd(string folded, int end)
    {
        var next = folded.AsSpan(end + 1).IndexOfAny("0123456789《关二");
        return next < 0 ? -1 : end + 1 + next;
    }

    private static bool IsWholeRegion(string name)
    {
        var folded = Fold.Text(name);
        return Array.Exists(WholeRegions, end => folded.EndsWith(end, StringComparison.Ordinal));
    }

    private static PrintedText? Locate(Page page, TitleCandidate title, string name)
    {
        var from = title.Range?.Start ?? 0;
        var at = page.Text.IndexOf(name, from, StringComparison.Ordinal);
        return at < 0 ? null : new(name, new(at, name.Length));
    }
}
