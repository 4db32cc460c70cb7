using System.Globalization;
using Fazhi.Search.V1;
using Spectre.Console;

namespace Fazhi.Cli.Output;

/// <summary>The results of a search as a person reads them.</summary>
internal static class SearchView
{
    private const int MostFacetValues = 8;

    public static void Write(Terminal terminal, SearchResponse response)
    {
        if (response.TotalSize == 0)
        {
            terminal.WriteLine("没有找到符合条件的文件。");
            return;
        }

        terminal.WriteLine(response.TotalPassages > 0
            ? string.Create(CultureInfo.InvariantCulture, $"共 {response.TotalSize} 份文件，{response.TotalPassages} 个段落")
            : string.Create(CultureInfo.InvariantCulture, $"共 {response.TotalSize} 份文件"));
        foreach (var result in response.Results)
            Write(terminal, result);
        terminal.WriteLine();
        foreach (var facet in response.Facets.Where(facet => facet.Values.Count > 0))
            Write(terminal, facet);
        Paging.Write(terminal, response.NextPageToken);
    }

    private static void Write(Terminal terminal, SearchResult result)
    {
        var document = result.Document;
        terminal.WriteLine();
        terminal.Write(Cells.Highlighted(Words.Title(document.Title, document.TitleInferred), result.TitleHighlights.Select(Place), Cells.Bold));
        terminal.WriteLine();
        string[] facts = [Words.Of(document.Type), Words.Of(result.PlanKind), Words.Of(result.Status), Words.Of(document.Region), Words.InText(document.Period), document.Name];
        terminal.Write(Cells.Text(string.Join(" · ", facts.Where(fact => fact.Length > 0)), Cells.Dim));
        terminal.WriteLine();
        foreach (var passage in result.Passages)
            Write(terminal, passage);
        if (result.PassageCount > result.Passages.Count && result.Passages.Count > 0)
            terminal.Write(new Padder(Cells.Text(string.Create(CultureInfo.InvariantCulture, $"……另有 {result.PassageCount - result.Passages.Count} 段"), Cells.Dim), new Padding(4, 0, 0, 0)));
    }

    private static void Write(Terminal terminal, PassageHit passage)
    {
        var path = PathOf(passage);
        if (path.Length > 0)
            terminal.Write(new Padder(Cells.Text(path, new Style(Color.Blue)), new Padding(2, 0, 0, 0)));
        var text = new Paragraph();
        if (passage.CutBefore)
            text.Append("…");
        Cells.AppendHighlighted(text, passage.Text, passage.Highlights.Select(Place));
        if (passage.CutAfter)
            text.Append("…");
        terminal.Write(new Padder(text, new Padding(4, 0, 0, 0)));
    }

    // The number is a step of its own where the text does not show it anyway: whether the last heading is the one it numbers is not known.
    private static string PathOf(PassageHit passage)
    {
        var number = passage.Text.StartsWith(passage.Label, StringComparison.Ordinal) ? "" : passage.Label;
        return string.Join(" › ", passage.Headings.Append(number).Where(step => step.Length > 0));
    }

    private static void Write(Terminal terminal, Facet facet)
    {
        var values = facet.Values.Take(MostFacetValues).Select(value => string.Create(CultureInfo.InvariantCulture, $"{(value.DisplayName.Length > 0 ? value.DisplayName : value.Value)} {value.Count}"));
        var more = facet.Values.Count > MostFacetValues ? " …" : "";
        terminal.Write(Cells.Text($"{Name(facet.Field)}：{string.Join("  ", values)}{more}", Cells.Dim));
        terminal.WriteLine();
    }

    private static (int Start, int Length) Place(Highlight highlight) => (highlight.Start, highlight.Length);

    private static string Name(FacetField field) => field switch
    {
        FacetField.Type => "文件类型",
        FacetField.Year => "年份",
        FacetField.Level => "级别",
        FacetField.Region => "地区",
        FacetField.Province => "省份",
        FacetField.Prefecture => "市（州）",
        FacetField.PlanKind => "计划种类",
        FacetField.Status => "计划状态",
        _ => "其他",
    };
}
