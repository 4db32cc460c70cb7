using Fazhi.Catalogues.Regions;

namespace Fazhi.Catalogues.Functions;

/// <summary>Makes full names of units from region and name: 望岫县 + 编办 → 中共望岫县委机构编制委员会办公室.</summary>
internal static class UnitNames
{
    private static readonly (string Short, string Full)[] _parts =
    [
        ("法工委", "法制工作委员会"), ("财经工委", "财政经济工作委员会"), ("财工委", "财政经济工作委员会"), ("监司工委", "监察和司法工作委员会"), ("监察司法工委", "监察和司法工作委员会"), ("社工委", "社会建设工作委员会"), ("代工委", "代表工作委员会"), ("代表工委", "代表工作委员会"),
        ("城环工委", "城乡建设和环境资源保护工作委员会"), ("教科文卫工委", "教育科学文化卫生工作委员会"), ("农工委", "农业与农村工作委员会"), ("预算工委", "预算工作委员会"), ("办", "办公室"),
    ];

    /// <summary>The full name of a unit of this region.</summary>
    /// <param name="name">The name that was met.</param>
    /// <param name="printed">The words of the name as printed.</param>
    /// <param name="region">Whose it is.</param>
    /// <param name="above">The prefecture of the region, for its branches; null where there is none.</param>
    public static string Compose(FunctionName name, string printed, ContextRegion region, ContextRegion? above)
    {
        var function = name.Function;
        if (name.Form is NameForm.Branch)
            return above is null ? region.Name + name.Full : above.Name + name.Full[..^2] + "局" + region.ShortName + "分局";
        var own = name.Full.Length > 0 ? name.Full : (function.NameAt(region.Level) ?? function.NameAt(RegionLevel.County) ?? function.NameAt(RegionLevel.Prefecture) ?? printed).TrimStart('~');
        own = own.Replace("{L}", LevelWords.Of(region.Name), StringComparison.Ordinal);
        if (function.Id == FunctionIds.DevelopmentZone && own != "管理委员会")
            return (region.Level is RegionLevel.Township ? region.Name : region.ShortName) + own;
        if (function.Id == FunctionIds.PartyCommittee)
            return Committee(own, region);
        if (region.Level is RegionLevel.Township && function.OfCommittee)
            return region.Name + OfTown(name, own);
        return Form(function, own, name.Form)
            .Replace("{R}", function.OfCommittee ? OfCommittee(region.Name) : region.Name, StringComparison.Ordinal)
            .Replace("{S}", region.ShortName, StringComparison.Ordinal)
            .Replace("{N}", own, StringComparison.Ordinal);
    }

    /// <summary>A part's name written out: 法工委 of a people's congress.</summary>
    public static string Part(Function function, string part)
    {
        if (function.Id is not (FunctionIds.PeoplesCongress or FunctionIds.Cppcc))
            return part;
        foreach (var (text, full) in _parts)
        {
            if (part == text)
                return full;
        }

        return part;
    }

    private static string Form(Function function, string own, NameForm form)
    {
        // Only the usual names stand behind 国家税务总局 or 政协; variants are named by the region alone, and one that says 人民政府 is no party body.
        var headed = !function.Form.StartsWith("{R}", StringComparison.Ordinal) && !function.OfCommittee;
        if (headed && form is NameForm.Variant or NameForm.Former)
            return "{R}{N}";
        return own.StartsWith("政府", StringComparison.Ordinal) || own.StartsWith("人民政府", StringComparison.Ordinal) ? "{R}{N}" : function.Form;
    }

    /// <summary>党委组织委员会; but 平安建设办公室 where a town has a name of its own for it.</summary>
    private static string OfTown(FunctionName name, string own)
    {
        var usual = name.Function.NameAt(RegionLevel.Township);
        var isUsual = name.Form is NameForm.Usual && (name.Levels & (1 << (int)RegionLevel.Township)) != 0;
        return isUsual ? own : name.Form is NameForm.Abbreviation && usual is not null ? usual : "党委" + own;
    }

    /// <summary>What stands before 委: 云漠自治区党委, 沙洲地委.</summary>
    private static string OfCommittee(string region) => region switch
    {
        [.., '自', '治', '区'] => region + "党",
        [.., '地', '区'] => region[..^1],
        _ => region,
    };

    private static string Committee(string own, ContextRegion region) => region.Name switch
    {
        [.., '街', '道'] => $"中共{region.Name}工作委员会",
        _ when own is "党组" => region.Name + own,
        _ when own.EndsWith("政府", StringComparison.Ordinal) => $"中共{region.Name}委员会、{region.Name}人民政府",
        [.., '地', '区'] => $"中共{region.Name[..^1]}委员会",
        _ => $"中共{region.Name}委员会",
    };
}
