using System.Collections.Immutable;

namespace Fazhi.Catalogues.Regions;

/// <summary>
/// How regions are called. Short names by rule: the name without the word for its kind (雁峰区 → 雁峰, 内蒙古自治区 → 内蒙古) and without the nationalities of an
/// autonomous region (延边朝鲜族自治州 → 延边, 延边州). A short name has at least two characters, so that 东区, 沛县 and 城区 have none.
/// </summary>
public static class RegionNames
{
    private const int ShortestName = 2;

    // Longest first: 自治区 must go before 区.
    private static readonly ImmutableArray<string> _autonomous = ["自治区", "自治州", "自治县", "自治旗"];

    private static readonly ImmutableArray<string> _kinds = ["特别行政区", "街道办事处", "街道", "地区", "特区", "林区", "新区", "省", "市", "盟", "区", "县", "旗", "镇", "乡"];

    // A banner named by its side or rank is never called without it: 巴林左旗, 科尔沁左翼中旗, 苏尼特右旗.
    private static readonly ImmutableArray<string> _inseparable = ["左旗", "右旗", "前旗", "后旗", "中旗", "联合旗", "矿区", "城区", "郊区"];

    private static readonly ImmutableArray<string> _nationalities =
    [
        "维吾尔", "维吾尔族", "壮族", "回族", "蒙古族", "蒙古", "藏族", "苗族", "彝族", "布依族", "朝鲜族", "满族", "侗族", "瑶族", "白族", "土家族",
        "哈尼族", "哈萨克", "哈萨克族", "傣族", "黎族", "傈僳族", "佤族", "畲族", "拉祜族", "水族", "东乡族", "纳西族", "景颇族", "柯尔克孜", "柯尔克孜族",
        "土族", "达斡尔族", "仫佬族", "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯", "锡伯族", "阿昌族", "普米族", "塔吉克", "塔吉克族", "怒族",
        "鄂温克族", "保安族", "裕固族", "独龙族", "珞巴族", "门巴族", "各族",
    ];

    /// <summary>The short names of a region called <paramref name="name"/>, without the name itself; empty when the rule gives none.</summary>
    public static ImmutableArray<string> ShortNamesOf(string name)
    {
        var stem = Stem(name);
        if (stem.Length < ShortestName || stem == name)
        {
            return [];
        }

        var spoken = _autonomous.FirstOrDefault(kind => kind != "自治区" && name.EndsWith(kind, StringComparison.Ordinal));
        return spoken is null ? [stem] : [stem, stem + spoken[^1]];
    }

    /// <summary>
    /// The name by which a region is told from all others: the names from its prefecture down (衡阳市雁峰区). The province stands first where there is
    /// no prefecture (北京市朝阳区, 河南省济源市). A county that is called after its prefecture is written alone (乌鲁木齐县, not 乌鲁木齐市乌鲁木齐县).
    /// </summary>
    /// <param name="path">The region and those above it, the province first.</param>
    public static string FullName(ImmutableArray<Region> path)
    {
        var shown = path is [_, { Level: RegionLevel.Prefecture }, ..] ? path[1..] : path;
        if (shown is [{ Level: RegionLevel.Prefecture } prefecture, var county, ..] && ShortNamesOf(prefecture.Name).Any(name => county.Name.StartsWith(name, StringComparison.Ordinal)))
        {
            shown = shown[1..];
        }

        return string.Concat(shown.Select(region => region.Name));
    }

    private static string Stem(string name)
    {
        foreach (var kind in _autonomous)
        {
            if (name.EndsWith(kind, StringComparison.Ordinal))
            {
                return WithoutNationalities(name[..^kind.Length]);
            }
        }

        if (_inseparable.Any(kind => name.EndsWith(kind, StringComparison.Ordinal)))
        {
            return name;
        }

        var suffix = _kinds.FirstOrDefault(kind => name.EndsWith(kind, StringComparison.Ordinal)) ?? "";
        var stem = name[..^suffix.Length];
        // A district of one nationality (瀍河回族区, 梅里斯达斡尔族区) is called without it.
        return suffix == "区" ? WithoutNationalities(stem) : stem;
    }

    /// <summary>Takes nationalities off the end as long as a name remains: 鄂温克族自治旗 is 鄂温克, 东乡族自治县 is 东乡.</summary>
    private static string WithoutNationalities(string stem)
    {
        while (true)
        {
            var last = _nationalities
                .Where(nationality => stem.EndsWith(nationality, StringComparison.Ordinal) && stem.Length - nationality.Length >= ShortestName)
                .MaxBy(nationality => nationality.Length);
            if (last is null)
            {
                return stem.Length > ShortestName && stem[^1] == '族' && _nationalities.Contains(stem) ? stem[..^1] : stem;
            }

            stem = stem[..^last.Length];
        }
    }
}
