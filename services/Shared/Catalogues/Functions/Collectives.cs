using System.Buffers;

namespace Fazhi.Catalogues.Functions;

/// <summary>Reads the words for many units at once: 县属相关部门, 各乡镇（管委会）, 各行政执法部门.</summary>
internal static class Collectives
{
    private static readonly SearchValues<string> _many = Set("各", "有关", "相关", "其他", "所有", "全体", "责任部门", "责任单位", "牵头部门", "牵头单位", "配合单位", "配合部门", "成员单位", "部门单位", "执法部门", "执法机关", "执法单位", "执法主体", "联席会议成员", "下属单位", "所属单位", "直属单位");

    // These mean many although no word says so, unless the document is of a town itself.
    private static readonly SearchValues<string> _towns = Set("乡镇", "镇街", "街镇", "镇乡", "街道办事处", "镇人民政府", "乡人民政府", "镇政府", "乡政府", "街道", "苏木", "办事处", "镇", "乡", "场镇", "团场", "园区管委会");
    private static readonly SearchValues<string> _townWords = Set("乡镇", "镇街", "街镇", "镇乡", "镇办", "街道", "办事处", "各乡", "各镇", "镇人民政府", "乡人民政府", "镇政府", "苏木", "园区", "开发区", "管委会", "功能区", "片区", "经开区", "高新区", "团场", "场镇");
    private static readonly SearchValues<string> _belowWords = Set("县市区", "市县区", "县区", "区县", "市县", "县市", "旗县", "市区", "各县", "各区", "各市", "各州", "各旗", "各省", "市州", "州市", "盟市", "地州", "地市", "有关县", "有关市", "有关区", "相关县", "相关区", "县级人民政府", "市级人民政府");
    private static readonly SearchValues<string> _sectionWords = Set("科室", "股室", "处室", "内设机构", "各股", "各科", "各处", "各庭", "各队", "各中队", "各大队", "各支队", "下属单位", "所属单位", "直属单位", "二级单位", "下属事业", "站所", "所站", "各线办", "各办公室", "各部室", "各班子");
    private static readonly SearchValues<string> _departmentWords = Set("部门", "单位", "机关", "委办局", "委局", "局委", "部委", "办局", "党委", "党组", "党组织", "政府", "责任主体", "行业");
    private static readonly SearchValues<string> _villageWords = Set("村", "社区", "居委会", "网格");
    private static readonly SearchValues<string> _someWords = Set("有关", "相关", "责任", "牵头", "配合", "其他", "涉及");

    private static readonly SearchValues<string> _bareDepartments = Set("部门", "单位", "机关");
    private static readonly string[] _owners = ["自治区", "自治州", "人民政府", "政府", "组成", "工作", "职能", "党政", "党群", "行政", "主管", "政法", "企事业", "事业", "国有", "中央", "垂管", "直属", "国家", "市", "县", "区", "省", "州", "旗", "盟", "地", "直", "属", "级", "驻", "本", "全", "党委", "和"];

    /// <summary>What collective the words are; <see cref="CollectiveKind.None"/> where they are none.</summary>
    /// <param name="core">The folded words without what stands in brackets.</param>
    /// <param name="inBrackets">What stands in brackets: 管委会 of 各乡镇(管委会).</param>
    /// <param name="ofTownship">The document is of a town, so that 镇人民政府 is one unit.</param>
    public static CollectiveKind Read(ReadOnlySpan<char> core, ReadOnlySpan<char> inBrackets, bool ofTownship)
    {
        if (!ofTownship && IsBareTown(core))
            return CollectiveKind.Townships;
        if (IsBareSection(core))
            return CollectiveKind.Sections;
        if (IsBareVillage(core))
            return CollectiveKind.Villages;
        if (IsBareBelow(core))
            return CollectiveKind.RegionsBelow;
        if (core is "司法机关" or "政法机关" or "政法各单位")
            return CollectiveKind.Others;
        if (core.ContainsAny(_many))
            return Class(core, inBrackets);
        return IsBareDepartments(core) ? CollectiveKind.Departments : CollectiveKind.None;
    }

    private static CollectiveKind Class(ReadOnlySpan<char> core, ReadOnlySpan<char> inBrackets)
    {
        var departments = core.ContainsAny(_departmentWords);
        var towns = core.ContainsAny(_townWords) || (core is "各" && inBrackets.ContainsAny(_townWords));
        if (core.Contains("成员单位", StringComparison.Ordinal) || core.Contains("会议成员", StringComparison.Ordinal))
            return CollectiveKind.Members;
        if (core.Contains("执法", StringComparison.Ordinal) && !core.EndsWith("局", StringComparison.Ordinal))
            return CollectiveKind.EnforcementDepartments;
        if (core.ContainsAny(_sectionWords))
            return CollectiveKind.Sections;
        if (core.Contains("各级", StringComparison.Ordinal) || (towns && (core.Contains("部门", StringComparison.Ordinal) || core.Contains("单位", StringComparison.Ordinal))))
            return CollectiveKind.Everyone;
        if (towns)
            return CollectiveKind.Townships;
        if (!core.Contains("部门", StringComparison.Ordinal) && !core.Contains("单位", StringComparison.Ordinal) && core.ContainsAny(_belowWords))
            return CollectiveKind.RegionsBelow;
        if (departments)
            return core.ContainsAny(_someWords) ? CollectiveKind.RelatedDepartments : CollectiveKind.Departments;
        return core.ContainsAny(_villageWords) ? CollectiveKind.Villages
            : OrganisationWords.EndsAsOne(core) || core.EndsWith("企业", StringComparison.Ordinal) || core.EndsWith("组织", StringComparison.Ordinal) || core.EndsWith("团体", StringComparison.Ordinal) || core.EndsWith("机构", StringComparison.Ordinal) ? CollectiveKind.Others
            : CollectiveKind.None;
    }

    /// <summary>县直部门, 行政机关, 部门: departments without 各.</summary>
    private static bool IsBareDepartments(ReadOnlySpan<char> core)
    {
        if (core.Length < 2 || !core[^2..].ContainsAny(_bareDepartments))
            return false;
        var before = core[..^2];
        while (before.Length > 0)
        {
            var length = LengthOfOwner(before);
            if (length == 0)
                return false;
            before = before[length..];
        }

        return true;
    }

    private static int LengthOfOwner(ReadOnlySpan<char> words)
    {
        foreach (var owner in _owners)
        {
            if (words.StartsWith(owner, StringComparison.Ordinal))
                return owner.Length;
        }

        return words.Length >= 2 && words[..2].ContainsAny(_bareDepartments) ? 2 : 0;
    }

    private static bool IsBareTown(ReadOnlySpan<char> core)
    {
        if (core is "管委会")
            return true;
        if (core.IndexOfAny(_towns) != 0)
            return false;
        while (core.Length > 0 && core.IndexOfAny(_towns) == 0)
        {
            var length = LongestTown(core);
            core = core[length..].TrimStart("和及与、(");
        }

        return core.Length == 0 || core is "人民政府" or "政府" or "党委" or "党工委" or "管委会";
    }

    private static int LongestTown(ReadOnlySpan<char> core)
    {
        for (var length = Math.Min(core.Length, 5); length > 0; length--)
        {
            if (_towns.Contains(core[..length].ToString()))
                return length;
        }

        return 1;
    }

    private static bool IsBareSection(ReadOnlySpan<char> core) => core is "股室" or "科室" or "处室" or "机关股室" or "机关科室" or "内设机构" or "二级单位" or "站所" or "业务股室" or "业务科室" or "基层所";

    private static bool IsBareVillage(ReadOnlySpan<char> core) => core is "村" or "社区" or "村社区" or "村居" or "村级组织" or "村居两委" or "基层组织";

    private static bool IsBareBelow(ReadOnlySpan<char> core) => core is "县区" or "区县" or "县市区" or "市县区" or "市县" or "县市" or "旗县" or "旗县区" or "区市县" or "市州" or "县区人民政府" or "县市区人民政府" or "区县人民政府" or "市县人民政府";

    private static SearchValues<string> Set(params string[] words) => SearchValues.Create(words, StringComparison.Ordinal);
}
