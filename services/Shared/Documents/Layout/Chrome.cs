using System.Buffers;

namespace Fazhi.Documents.Layout;

/// <summary>
/// Finds what a web page prints around its content: at the head everything up to the breadcrumb, boxes and property lines; at the
/// tail everything from the first link box (相关文章, 打印, 分享 …) on. Only the ends are looked at: the body is never touched.
/// </summary>
internal sealed class Chrome
{
    private const int HeadLines = 60;
    private const int TailLines = 200;
    private const int LongestChromeLine = 120;
    private const int LongestTailMarker = 80;

    private static readonly SearchValues<string> PathNames = SearchValues.Create(
        ["当前位置", "您的位置", "您现在的位置", "你的位置", "所在位置", "当前所在"], StringComparison.Ordinal);

    private static readonly SearchValues<string> PropertyNames = SearchValues.Create(
        ["索引号:", "发文字号:", "文号:", "成文日期:", "发布日期:", "发布时间:", "发布机构:", "发文机关:", "公开日期:", "有效性:", "主题分类:", "体裁分类:", "信息分类:",
            "时效性:", "是否有效:", "文件编号:", "发文日期:", "发文时间:", "成文时间:", "生成日期:", "公开时间:", "公布日期:", "征集时间:", "征集期限:", "征求意见时间:", "意见征集时间:", "公开方式:", "责任编辑:", "作者:", "浏览数:", "浏览次数:", "浏览量:", "阅读次数:", "点击数:", "点击量:", "访问量:", "字号:", "字体:", "信息来源:", "文章来源:", "来源:"], StringComparison.Ordinal);

    // In a table of properties the names stand in cells of their own, often without a colon.
    private static readonly SearchValues<string> PropertyCells = SearchValues.Create(
        ["索引号", "索 引 号", "发文字号", "成文日期", "发文日期", "发布日期", "发布机构", "发文机关", "公开日期", "有效性", "有 效 性", "时效性", "文 号", "成文时间", "发文时间", "主题分类", "信息分类", "公开类别"], StringComparison.Ordinal);

    private static readonly SearchValues<string> BoxWords = SearchValues.Create(
        ["用户名:", "繁體中文", "繁体中文", "智能手机版", "无障碍", "长者模式", "关怀版", "设为首页", "加入收藏", "分享到", "打印本页", "打印此页", "[打印]", "[大 中 小]", "[大中小]", "视力保护"],
        StringComparison.Ordinal);

    private static readonly string[] TailStarts =
    [
        "相关文章", "相关文件", "相关链接", "相关阅读", "相关新闻", "相关解读", "相关稿件", "相关信息", "相关推荐", "最新文章", "最新图片", "热门文章", "推荐阅读", "上一篇", "下一篇", "上一条", "下一条",
        "返回顶部", "打印此页", "打印本页", "打印文章", "关闭窗口", "关闭本页", "扫一扫", "微信扫一扫", "分享到", "分享至", "版权所有", "网站地图", "网站标识码", "联系我们", "友情链接", "政策解读:", "Copyright", "相关附件", "附件下载", "责任编辑:", "编辑:", "技术支持", "用微信", "扫描二维码", "分享:", "分享到:", "打印本文", "关闭页面", "我要纠错", "下载附件", "信息来源:", "阅读次数",
    ];

    private static readonly SearchValues<string> TailWords = SearchValues.Create(
        ["ICP备", "公网安备", "网站标识码", "返回顶部", "关闭窗口", "扫一扫”分享", "扫一扫\"分享", "扫一扫分享", "打印此页", "打印本页"], StringComparison.Ordinal);

    private Chrome()
    {
    }

    /// <summary>The indices of the lines that are chrome.</summary>
    public HashSet<int> Removed { get; } = [];

    /// <summary>The removed lines that state a property of the document, as printed.</summary>
    public List<string> Properties { get; } = [];

    public static Chrome Find(Page page)
    {
        var chrome = new Chrome();
        var firstLabel = FirstLabelledLine(page);
        chrome.FindHead(page, Math.Min(firstLabel, HeadLines));
        chrome.FindTail(page, firstLabel);
        return chrome;
    }

    private void FindHead(Page page, int end)
    {
        for (var i = end - 1; i >= 0; i--)
        {
            var line = page.FoldedLine(i);
            if (line.Length > LongestChromeLine)
                continue;
            if (IsPath(line))
            {
                for (var above = 0; above <= i; above++)
                    Remove(page, above);
                return;
            }

            if (line.IndexOfAny(PropertyNames) >= 0 || (page.Lines[i].IsRow && line.IndexOfAny(PropertyCells) >= 0) || line.IndexOfAny(BoxWords) >= 0)
                Remove(page, i);
        }
    }

    private void FindTail(Page page, int firstLabel)
    {
        var begin = firstLabel < page.Lines.Length ? firstLabel + 1 : page.Lines.Length / 2;
        for (var i = Math.Max(begin, page.Lines.Length - TailLines); i < page.Lines.Length; i++)
        {
            if (!IsTailMarker(page.FoldedLine(i)))
                continue;
            for (var rest = i; rest < page.Lines.Length; rest++)
                Remove(page, rest);
            return;
        }
    }

    private void Remove(Page page, int line)
    {
        if (!Removed.Add(line))
            return;
        var words = page.FoldedLine(line);
        if (words.IndexOfAny(PropertyNames) >= 0 || words.IndexOfAny(PropertyCells) >= 0)
            Properties.Add(page.Printed(page.Lines[line].Range));
    }

    private static bool IsPath(ReadOnlySpan<char> line) =>
        line.StartsWithAny(PathNames) || (line.Contains("首页", StringComparison.Ordinal) && line.Contains('>'));

    private static bool IsTailMarker(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestTailMarker || line[^1] is '。' or ';')
            return false;
        if (line.IndexOfAny(TailWords) >= 0)
            return true;
        line = line.TrimStart("[(< “\"");
        foreach (var start in TailStarts)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static int FirstLabelledLine(Page page)
    {
        for (var i = 0; i < page.Lines.Length; i++)
        {
            if (!page.Lines[i].IsRow && Structure.LabelScanner.TryRead(page.FoldedLine(i), out var label) && label.Kind != Structure.LabelKind.Bullet)
                return i;
        }

        return page.Lines.Length;
    }
}

/// <summary>Span helpers that read like the string ones.</summary>
internal static class SpanSearch
{
    /// <summary>True when <paramref name="span"/> begins with one of <paramref name="values"/>.</summary>
    public static bool StartsWithAny(this ReadOnlySpan<char> span, SearchValues<string> values) => span.IndexOfAny(values) == 0;
}
