using AngleSharp.Dom;

namespace Fazhi.Documents.Html;

/// <summary>
/// Finds the boxes in which a page states the properties of a document (索引号, 发文字号, 成文日期, 有效性) as a table, a list or a definition list, in any arrangement of names and
/// values, takes them out of the page and gives each property as "name:value".
/// </summary>
internal static class PropertyBoxes
{
    private const int FewestNames = 2;
    private const int LargestBox = 3000;
    private const int LongestValue = 300;
    private const int LongestName = 8;

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "索引号", "发文字号", "文号", "发文文号", "文件编号", "成文日期", "成文时间", "发文日期", "发文时间", "印发日期", "生成日期", "发布日期", "发布时间", "公开日期", "公开时间", "公布日期", "有效性", "时效性", "是否有效", "效力状态", "文件状态",
        "主题分类", "体裁分类", "组配分类", "信息分类", "分类", "发布机构", "发布单位", "发文机关", "发文单位", "发文机构", "公开主体", "公开类别", "公开方式", "公开形式", "公开范围", "公开属性", "文件名称", "信息名称", "名称", "标题", "主题词", "关键词",
        "信息来源", "来源", "统一编号", "统一登记号", "登记号", "生效日期", "实施日期", "施行日期", "废止日期", "失效日期", "责任部门", "制发机关", "制定机关", "公文种类", "载体类型", "语种",
    };

    /// <summary>Takes the boxes out of <paramref name="body"/>; what they say.</summary>
    public static List<string> Take(IElement body, ReadBudget budget)
    {
        var properties = new List<string>();
        foreach (var box in body.QuerySelectorAll("table,dl,ul").ToList())
        {
            budget.Spend();
            if (box.QuerySelector("table,dl,ul") is not null || Read(box, budget) is not { } found)
                continue;
            properties.AddRange(found);
            box.Remove();
        }

        return properties;
    }

    private static List<string>? Read(IElement box, ReadBudget budget)
    {
        var rows = RowsOf(box);
        var length = 0;
        var names = 0;
        foreach (var cell in rows.SelectMany(r => r))
        {
            budget.Spend();
            length += cell.Length;
            names += NameOf(cell, out _) is null ? 0 : 1;
            if (length > LargestBox || cell.Length > LongestValue)
                return null;
        }

        return names >= FewestNames ? Pairs(rows) : null;
    }

    private static List<List<string>> RowsOf(IElement box)
    {
        static List<string> Texts(IEnumerable<IElement> elements) => [.. elements.Select(e => e.TextContent.Trim())];
        return box.LocalName switch
        {
            "table" => [.. HtmlTable.Rows(box).Select(r => Texts(HtmlTable.Cells(r)))],
            "dl" => [Texts(box.QuerySelectorAll("dt,dd"))],
            _ => [.. box.Children.Where(c => c.LocalName == "li").Select(c => Texts([c]))],
        };
    }

    private static List<string> Pairs(List<List<string>> rows)
    {
        var pairs = new List<string>();
        for (var row = 0; row < rows.Count; row++)
        {
            var cells = rows[row];
            var isHead = cells.Count > 1 && cells.TrueForAll(c => NameOf(c, out var rest) is not null && rest.Length == 0);
            for (var i = 0; i < cells.Count; i++)
            {
                if (NameOf(cells[i], out var value) is not { } name)
                    continue;
                if (value.Length == 0 && isHead && row + 1 < rows.Count && i < rows[row + 1].Count)
                    value = rows[row + 1][i];
                else if (value.Length == 0 && !isHead && i + 1 < cells.Count && NameOf(cells[i + 1], out _) is null)
                    value = cells[i + 1];
                if (value.Length > 0)
                    pairs.Add($"{name}:{value}");
            }
        }

        return pairs;
    }

    /// <summary>The property that a cell names, and what it says behind it; null when it names none.</summary>
    private static string? NameOf(string cell, out string rest)
    {
        rest = "";
        var end = cell.IndexOfAny([':', '：', '】', ']']);
        var name = string.Concat((end < 0 ? cell : cell[..end]).Where(c => !char.IsWhiteSpace(c) && c is not ('【' or '[')).Take(LongestName + 1));
        if (!Names.Contains(name))
            return null;
        rest = end < 0 ? "" : cell[(end + 1)..].TrimStart(':', '：', ' ', '\u00A0', '\u3000').Trim();
        return name;
    }
}
