namespace Fazhi.Documents.Metadata;

/// <summary>
/// Reads a chain of region names by their form: each ends in 省, 市, 区, 县, 旗, 盟, 州, 镇, 乡 or 街道, or is short (雁峰, 望岫) at the end
/// of the chain. Which regions there are is not known here.
/// </summary>
internal static class RegionReader
{
    private const int LongestName = 8;
    private const int LongestAutonomousName = 16;
    private const int LongestShortForm = 3;
    private const string Suffixes = "省市区县旗盟州镇乡";

    // Words that end in a suffix but name no region.
    private static readonly string[] NoNames =
    [
        "全省", "全市", "全区", "全县", "全州", "全旗", "全镇", "全乡", "我省", "我市", "我区", "我县", "我州", "我旗", "我镇", "我乡", "本市", "本区", "本县", "本省", "本镇", "本乡",
        "社区", "地区", "城区", "园区", "辖区", "片区", "灾区", "校区", "小区", "景区", "城镇", "乡镇", "市县", "县市", "县区", "区县", "市区", "城乡", "省市", "各市", "各县", "各区", "各镇", "各乡", "该市",
        "该县", "该区", "集镇", "村镇", "老区", "山区", "牧区", "林区", "郊区", "省区", "自治区", "自治州", "自治县", "自治旗", "开发区", "高新区", "示范区", "试验区", "经开区", "新区",
    ];

    private static readonly string[] ForeignWords =
    [
        "中共", "法治", "建设", "工作", "贯彻", "关于", "全面", "依法", "推进", "政府", "落实", "报告", "方案", "责任", "单位", "行政", "年度", "人民", "委员", "司法", "各级", "公开", "管理", "服务", "《", "》",
    ];

    private static readonly string[] FunctionEnds = ["局", "委", "办", "部", "厅", "院", "处", "所", "会", "队", "站", "心"];
    private static readonly string[] NoShortForms = ["关于", "全面", "年度", "贯彻", "推进", "深入", "落实", "政府", "法治", "依法", "行政", "司法", "人民", "公安", "教育", "我省", "我市", "我县", "我区", "印发", "上半年"];

    /// <summary>The parts of the chain that the folded words begin with, each as a range of them; empty when there is none.</summary>
    public static List<TextRange> Read(ReadOnlySpan<char> words)
    {
        var parts = new List<TextRange>();
        var start = 0;
        while (TryReadName(words, start, out var end))
        {
            parts.Add(TextRange.Between(start, end));
            start = end;
        }

        if (TryReadShortForm(words, start, parts.Count > 0, out var shortEnd))
            parts.Add(TextRange.Between(start, shortEnd));
        return parts;
    }

    /// <summary>True when letters or marks stand for the name: xx市, 某县, **区.</summary>
    public static bool IsAnonymised(ReadOnlySpan<char> name) => name.Length >= 2 && IsAnonymousMark(name[0]);

    public static bool IsAnonymousMark(char c) => c is 'x' or 'X' or '×' or '*' or '某' or '○' or '╳' or '□';

    private static bool TryReadName(ReadOnlySpan<char> words, int start, out int end)
    {
        end = 0;
        for (var i = start; i < words.Length && i - start < LongestAutonomousName; i++)
        {
            var c = words[i];
            if (!IsNameCharacter(c))
                return false;
            var length = i - start + 1;
            if (length < 2 || !IsSuffix(words, i, start))
                continue;
            if (i + 1 < words.Length && GoesOn(c, words[i + 1]))
                continue;
            end = i + 1;
            return IsName(words[start..end]);
        }

        return false;
    }

    private static bool IsSuffix(ReadOnlySpan<char> words, int i, int start) => words[i] switch
    {
        '州' => i - start >= 2 && words[(i - 2)..i].SequenceEqual("自治"),
        '道' => words[i - 1] == '街' && i - start >= 2,
        var c => Suffixes.Contains(c),
    };

    /// <summary>Of two suffixes in a row the first is part of the name: 沙市区, 景德镇市, 新乡县, 红旗区; but not 某市乡宁县, 某省镇江市.</summary>
    private static bool GoesOn(char suffix, char next) => suffix switch
    {
        '市' => next is '区' or '县',
        '镇' => next is '市' or '区' or '县' or '乡',
        '乡' => next is '市' or '区' or '县' or '镇',
        '旗' => next is '区' or '镇' or '乡',
        _ => false,
    };

    private static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestName && name.IndexOf("自治", StringComparison.Ordinal) < 0 && !name.EndsWith("开发区", StringComparison.Ordinal))
            return false;
        foreach (var word in NoNames)
        {
            if (name.SequenceEqual(word))
                return false;
        }

        foreach (var word in ForeignWords)
        {
            if (name.IndexOf(word, StringComparison.Ordinal) >= 0)
                return false;
        }

        return true;
    }

    private static bool TryReadShortForm(ReadOnlySpan<char> words, int start, bool afterName, out int end)
    {
        end = start;
        while (end < words.Length && end - start <= LongestShortForm && words[end] is >= '\u4E00' and <= '\u9FFF' && !words[end..].StartsWith("法治", StringComparison.Ordinal))
            end++;
        var length = end - start;
        if (length is < 2 or > LongestShortForm || end >= words.Length)
            return false;
        var beforeYear = char.IsAsciiDigit(words[end]);
        var name = words[start..end];
        if (Suffixes.Contains(name[^1]))
            return false;
        if (!beforeYear && !(afterName && words[end..].StartsWith("法治", StringComparison.Ordinal)))
            return false;
        foreach (var word in NoShortForms)
        {
            if (name.StartsWith(word, StringComparison.Ordinal))
                return false;
        }

        foreach (var function in FunctionEnds)
        {
            if (name.EndsWith(function, StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    private static bool IsNameCharacter(char c) => c is >= '\u4E00' and <= '\u9FFF' || IsAnonymousMark(c);
}
