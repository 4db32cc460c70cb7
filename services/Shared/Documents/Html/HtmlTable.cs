using AngleSharp.Dom;

namespace Fazhi.Documents.Html;

/// <summary>Tells tables of data from tables that only place things on the page.</summary>
internal static class HtmlTable
{
    private const int SmallTable = 500;
    private const double MostOfAll = 0.7;
    private const int MaxSpan = 1000;

    /// <summary>True when the element is a table whose rows are to be read as rows.</summary>
    public static bool IsData(IElement element)
    {
        if (element.LocalName != "table" || element.QuerySelector("table") is not null)
            return false;
        int rows = 0, wide = 0, all = 0, largest = 0;
        foreach (var row in Rows(element))
        {
            var cells = 0;
            foreach (var cell in Cells(row))
            {
                cells++;
                var length = cell.TextContent.Length;
                all += length;
                largest = Math.Max(largest, length);
            }

            rows++;
            wide += cells > 1 ? 1 : 0;
        }

        return rows > 1 && wide * 2 >= rows && (all < SmallTable || largest < all * MostOfAll);
    }

    public static IEnumerable<IElement> Rows(IElement table) =>
        table.Children.SelectMany(c => c.LocalName is "thead" or "tbody" or "tfoot" ? c.Children.Where(r => r.LocalName == "tr") : c.LocalName == "tr" ? [c] : []);

    public static IEnumerable<IElement> Cells(IElement row) => row.Children.Where(c => c.LocalName is "td" or "th");

    /// <summary>colspan or rowspan of a cell, from 1.</summary>
    public static int Span(IElement cell, string name) => int.TryParse(cell.GetAttribute(name), out var span) && span > 1 ? Math.Min(span, MaxSpan) : 1;
}
