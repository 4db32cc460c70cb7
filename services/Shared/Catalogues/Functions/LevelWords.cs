using System.Collections.Immutable;

namespace Fazhi.Catalogues.Functions;

/// <summary>The words by which documents name a region relative to their own: 县司法局, 市直部门.</summary>
internal static class LevelWords
{
    /// <summary>The words, longest first.</summary>
    public static ImmutableArray<string> All { get; } = ["自治区", "自治州", "自治县", "自治旗", "地区", "街道", "兵团", "开发区", "省", "市", "县", "区", "州", "旗", "盟", "地", "镇", "乡", "师"];

    /// <summary>What can stand for the region in 依法治县办: level words, the nation, and the short names that autonomous regions use.</summary>
    public static ImmutableArray<string> InRuleOfLaw { get; } = ["国", "省", "市", "县", "区", "州", "旗", "盟", "镇", "乡", "街", "村", "师", "兵团", "疆", "桂", "宁", "蒙", "藏"];

    /// <summary>The word that 依法治县 uses of this region: 县 of 望岫县, 区 of 内蒙古自治区.</summary>
    public static string Of(string region) => region switch
    {
        "" => "国",
        [.., '街', '道'] => "街",
        "新疆维吾尔自治区" => "疆",
        "西藏自治区" => "藏",
        [.., var last] when InRuleOfLaw.Contains(last.ToString()) => last.ToString(),
        _ => "县",
    };

    /// <summary>True when the word says what kind of region this is: 区 of 内蒙古自治区, 地 of 和田地区.</summary>
    public static bool Match(ReadOnlySpan<char> word, string region) =>
        word is "地" ? region.EndsWith("地区", StringComparison.Ordinal) : region.AsSpan().EndsWith(word, StringComparison.Ordinal) && region.Length > word.Length;
}
