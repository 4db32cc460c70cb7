using Fazhi.Catalogues;

namespace Fazhi.Documents.Pages;

/// <summary>What repeats on the pages without being content: running heads, running feet, page numbers.</summary>
internal static class PageFurniture
{
    private const int EdgeLines = 2;
    private const int LongestLine = 60;
    private const double Edge = 0.12;

    /// <summary>Takes it off the pages.</summary>
    public static void Remove(List<List<PrintedLine>> pages, IReadOnlyList<double> heights)
    {
        var repeated = pages.SelectMany((p, i) => EdgesOf(p).Select(l => KeyOf(l, heights[i])).Distinct()).GroupBy(k => k)
            .Where(g => g.Count() > 1 && g.Count() * 2 >= pages.Count).Select(g => g.Key).ToHashSet();
        for (var i = 0; i < pages.Count; i++)
        {
            var height = heights[i];
            var edges = EdgesOf(pages[i]).Where(l => IsAtEdge(l, height) && (IsPageNumber(l.Text) || repeated.Contains(KeyOf(l, height)))).ToHashSet();
            pages[i].RemoveAll(edges.Contains);
        }
    }

    /// <summary>3, — 3 —, 第 3 页, 第3页 共9页, 3/9.</summary>
    public static bool IsPageNumber(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLine)
            return false;
        Span<char> folded = stackalloc char[LongestLine];
        var length = 0;
        foreach (var c in line)
        {
            if (!char.IsWhiteSpace(c))
                folded[length++] = Fold.Char(c);
        }

        var words = folded[..length].Trim("-—–－_·•~".AsSpan());
        if (words.StartsWith("第") && words.EndsWith("页"))
            words = words[1..^1];
        var digits = 0;
        while (digits < words.Length && char.IsAsciiDigit(words[digits]))
            digits++;
        if (digits is 0 or > 4)
            return false;
        var rest = words[digits..].TrimStart("页,/共第|".AsSpan());
        return rest.Length <= 5 && rest.TrimEnd("页".AsSpan()).IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static IEnumerable<PrintedLine> EdgesOf(List<PrintedLine> page) => page.Take(EdgeLines).Concat(page.Skip(Math.Max(EdgeLines, page.Count - EdgeLines)));

    private static bool IsAtEdge(PrintedLine line, double height) => line.Y < height * Edge || line.Y > height * (1 - Edge);

    private static (string Words, int Place) KeyOf(PrintedLine line, double height) =>
        (line.Text.Length > LongestLine ? "" : string.Concat(line.Text.Where(c => !char.IsDigit(c))), (int)(line.Y / Math.Max(height, 1) * 100));
}
