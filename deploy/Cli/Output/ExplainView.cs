using System.Globalization;
using Fazhi.Search.V1;
using Spectre.Console;

namespace Fazhi.Cli.Output;

/// <summary>Why a document is found, or why it is not.</summary>
internal static class ExplainView
{
    public static void Write(Terminal terminal, ExplainResponse response)
    {
        terminal.WriteLine(response.Matched ? string.Create(CultureInfo.InvariantCulture, $"命中，得分 {response.Score:0.###}") : "没有命中");
        if (response.Interpretation.Length > 0)
            terminal.WriteLine($"检索式的理解：{response.Interpretation}");
        foreach (var missing in response.Missing)
            terminal.WriteLine($"  · {missing}");
        if (response.Passage is { } passage)
        {
            terminal.WriteLine("得分最高的段落：");
            SearchView.Write(terminal, passage);
        }
        if (response.Reasons.Count > 0)
            terminal.Write(Reasons(terminal, response.Reasons));
    }

    private static Table Reasons(Terminal terminal, IEnumerable<Reason> reasons)
    {
        var table = terminal.Table("得分", "原因");
        table.Columns[0].RightAligned();
        foreach (var reason in reasons)
            table.AddRow(Cells.Text(reason.Score.ToString("+0.###;-0.###;0", CultureInfo.InvariantCulture)), Cells.Text(reason.Message.Length > 0 ? reason.Message : reason.Code));
        return table;
    }
}
