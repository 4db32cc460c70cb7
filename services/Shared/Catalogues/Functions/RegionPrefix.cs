using System.Collections.Immutable;

namespace Fazhi.Catalogues.Functions;

/// <summary>The beginning of a mention that says whose unit it is.</summary>
/// <param name="Length">How many characters; 0 where nothing says so.</param>
/// <param name="Word">The level word (县) where it is relative; otherwise empty.</param>
/// <param name="Region">The region of the context that is named in full or in short; otherwise null.</param>
/// <param name="Other">The name of another region; otherwise empty.</param>
internal readonly record struct RegionPrefix(int Length, string Word, ContextRegion? Region, string Other)
{
    private const int Longest = 30;
    private const string LevelEnds = "省市县区州旗盟镇乡";

    private static readonly string[] _noRegions =
    [
        "住房", "建设", "管理", "服务", "农业", "工业", "社区", "小区", "园区", "景区", "城镇", "乡镇", "镇乡", "县区", "区县", "市县", "县市", "城市", "街镇", "城区", "辖区", "郊区", "灾区", "片区", "行政", "执法", "有关", "相关", "其他", "各", "全", "推进", "加强", "组织", "发展", "规划",
        "和", "与", "及", "的", "等", "在", "对", "由",
    ];

    /// <summary>The ways to read the beginning, the likeliest first: a known region, a level word, nothing, another region by its form.</summary>
    public static IEnumerable<RegionPrefix> Read(string core, MentionContext context)
    {
        foreach (var prefix in Known(core, context.Regions))
            yield return prefix;
        foreach (var word in LevelWords.All)
        {
            if (!core.StartsWith(word, StringComparison.Ordinal) || core.Length <= word.Length)
                continue;
            yield return new RegionPrefix(word.Length, word, null, "");
            if (core[word.Length] == '级' && core.Length > word.Length + 1)
                yield return new RegionPrefix(word.Length + 1, word, null, "");
        }

        foreach (var own in (string[])["本", "我", "该"])
        {
            if (core.StartsWith(own, StringComparison.Ordinal) && core.Length > 2 && LevelEnds.Contains(core[1]))
                yield return new RegionPrefix(2, core[1].ToString(), null, "");
        }

        yield return new RegionPrefix(0, "", null, "");
        for (var end = 2; end <= Math.Min(core.Length - 1, Longest); end++)
        {
            if (IsRegion(core.AsSpan(0, end)))
                yield return new RegionPrefix(end, "", null, core[..end]);
        }
    }

    /// <summary>True of words that have the form of a region's name: 云汀县, xx市, 石渡街道.</summary>
    public static bool IsRegion(ReadOnlySpan<char> words)
    {
        if (words.Length is < 2 or > Longest || !(LevelEnds.Contains(words[^1]) || words.EndsWith("街道", StringComparison.Ordinal) || words.EndsWith("苏木", StringComparison.Ordinal) || words.EndsWith("兵团", StringComparison.Ordinal)
            || (words.Length >= 3 && words[^1] == '师')))
            return false;
        foreach (var c in words)
        {
            if (c is not (>= '\u4E00' and <= '\u9FFF' or 'x' or 'X' or '×' or '*' or '○' or '□'))
                return false;
        }

        // 经济技术开发区 is read as a zone, not by this.
        foreach (var word in _noRegions)
        {
            if (words.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at && !(at == 0 && word is "和" or "与" or "及" or "等" or "对" or "城市" or "全"))
                return false;
        }

        return true;
    }

    /// <summary>望岫县, 临澜市望岫县, 望岫: names of the context, alone or after those above them, the longest first.</summary>
    private static List<RegionPrefix> Known(string core, ImmutableArray<ContextRegion> regions)
    {
        var found = new List<RegionPrefix>();
        foreach (var region in regions)
        {
            for (var at = 0; at >= 0 && at < Longest; at = core.IndexOf(region.Name, at + 1, StringComparison.Ordinal))
            {
                if (!core.AsSpan(at).StartsWith(region.Name, StringComparison.Ordinal))
                    continue;
                if (at == 0 || IsRegion(core.AsSpan(0, at)))
                    found.Add(new RegionPrefix(at + region.Name.Length, "", region, ""));
            }

            // 沙洲地委 of 沙洲地区.
            if (region.Name.EndsWith("地区", StringComparison.Ordinal) && core.StartsWith(region.Name[..^1], StringComparison.Ordinal) && core.Length > region.Name.Length && core[region.Name.Length - 1] == '委')
                found.Add(new RegionPrefix(region.Name.Length - 1, "", region, ""));
            foreach (var name in region.OtherNames.Prepend(region.ShortName))
            {
                if (name.Length >= 2 && core.StartsWith(name, StringComparison.Ordinal) && core.Length > name.Length)
                    found.Add(new RegionPrefix(name.Length, "", region, ""));
            }
        }

        found.Sort((left, right) => right.Length.CompareTo(left.Length));
        return found;
    }
}
