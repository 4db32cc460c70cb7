using System.Globalization;
using Fazhi.Contracts;
using Fazhi.Search.V1;
using Spectre.Console;

namespace Fazhi.Cli.Output;

/// <summary>Counts of a search: in passing on a line, or as a table to go on from.</summary>
internal static class FacetView
{
    private const int MostOnLine = 8;
    private const int MostInTable = 20;

    public static void WriteLine(Terminal terminal, Facet facet)
    {
        var values = facet.Values.Take(MostOnLine).Select(value => string.Create(CultureInfo.InvariantCulture, $"{NameOf(value)} {value.Count}"));
        var more = facet.Values.Count > MostOnLine ? " …" : "";
        terminal.Write(Cells.Text($"{Terms.Of(facet.Field)}：{string.Join("  ", values)}{more}", Cells.Dim));
        terminal.WriteLine();
    }

    /// <param name="terminal">Where to.</param>
    /// <param name="facet">The counts.</param>
    /// <param name="narrowing">The options that narrow a search to a value.</param>
    public static void WriteTable(Terminal terminal, Facet facet, Func<FacetField, string, string> narrowing)
    {
        var table = terminal.Table(Terms.Of(facet.Field), "文件", "进一步筛选");
        table.Columns[1].RightAligned();
        foreach (var value in facet.Values.Take(MostInTable))
            table.AddRow(Cells.Text(NameOf(value)), Cells.Text(value.Count.ToString("#,0", CultureInfo.InvariantCulture)), Cells.Text(narrowing(facet.Field, value.Value), Cells.Dim));
        terminal.Write(table);
        if (facet.Values.Count > MostInTable)
            terminal.WriteLine(string.Create(CultureInfo.InvariantCulture, $"……另有 {facet.Values.Count - MostInTable} 项，--json 时全部给出"));
    }

    private static string NameOf(FacetValue value) => value.DisplayName.Length > 0 ? value.DisplayName : value.Value;
}
