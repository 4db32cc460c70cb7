namespace Fazhi.Documents.Values;

/// <summary>
/// A quarter, a half of a year, the end of a month or a third of it, or several months, directly before what is done then: 第三季度开展抽查, 8月底公布结果, 5-10月组织培训.
/// Like 第三季度前 it says by when; so does one that is a clause of its own at the end of a sentence.
/// What happened then (上半年发生的案件, 第一季度评查情况) does not.
/// </summary>
internal static class TimeOfWork
{
    // 去年上半年, 截至8月底, 对上半年…: told, or spoken about.
    private const string NotBefore = "去年对把将比据照自从为至了近除因较经到与和";

    private const string Stops = ",;。、:(";

    private static readonly string[] Spans = ["季度", "半年", "底", "末", "上旬", "中旬", "下旬"];

    private static readonly string[] Verbs =
    [
        "开展", "组织", "召开", "举办", "举行", "进行", "实施", "启动", "部署", "推开", "推广", "推出", "推行", "上线", "试点", "建立", "建成", "完成", "实现", "落实", "形成", "提出", "提交", "提请", "制定", "制订", "起草", "编制", "修订", "修改",
        "出台", "印发", "发布", "公布", "公示", "公开", "通报", "报送", "上报", "报告", "汇报", "述法", "听取", "审议", "审查", "评估", "评查", "评议", "检查", "抽查", "督查", "督察", "督导", "考核", "考评", "验收", "总结", "汇总", "反馈", "清理",
        "梳理", "更新", "调整", "培训", "轮训", "征求", "征集", "集中", "全面", "全部", "基本", "力争", "至少", "分别", "统一", "各", "对", "将", "向", "在",
    ];

    private static readonly string[] Told = ["的", "了", "情况", "结果", "成效", "报告", "数据", "工作总结", "期间", "以来", "外贸", "外开", "外投"];

    /// <summary>Whether the words from <paramref name="start"/> to <paramref name="end"/> are such a time and what follows them is to be done.</summary>
    public static bool IsGiven(ReadOnlySpan<char> words, int from, int start, int end)
    {
        var time = words[start..end];
        var isSpan = EndsWithAny(time, Spans);
        if ((!isSpan && !IsRangeOfMonths(time)) || (start > from && NotBefore.Contains(words[start - 1])))
            return false;
        var rest = words[end..];
        if (isSpan && (start == from || Stops.Contains(words[start - 1])))
        {
            // 四季度。 alone, and 下半年,开展…
            if (rest.IsEmpty || rest[0] is '。' or ';' or ')')
                return true;
            if (rest[0] == ',')
                rest = rest[1..];
        }

        foreach (var verb in Verbs)
        {
            if (rest.StartsWith(verb, StringComparison.Ordinal))
                return !StartsWithAny(rest[verb.Length..], Told);
        }

        return false;
    }

    // 5-10月
    private static bool IsRangeOfMonths(ReadOnlySpan<char> time) => time[^1] == '月' && time.IndexOfAny('-', '~', '至') > 0;

    private static bool EndsWithAny(ReadOnlySpan<char> words, string[] any)
    {
        foreach (var word in any)
        {
            if (words.EndsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> words, string[] any)
    {
        foreach (var word in any)
        {
            if (words.StartsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
