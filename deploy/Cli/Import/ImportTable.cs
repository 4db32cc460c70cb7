using System.Globalization;
using Fazhi.Cli.Connection;
using Fazhi.Cli.Output;
using Fazhi.Contracts;
using Spectre.Console;

namespace Fazhi.Cli.Import;

/// <summary>The results of an import as a table and a sentence.</summary>
internal static class ImportTable
{
    public static Table Build(Terminal terminal, IEnumerable<ImportResult> results)
    {
        var table = terminal.Table("文件", "结果", "类型", "地区", "年度", "标题 / 原因");
        table.Columns[1].NoWrap();
        table.Columns[2].NoWrap();
        table.Columns[4].NoWrap();
        foreach (var result in results)
        {
            var document = result.Document;
            table.AddRow(
                Cells.Text(result.File.Label),
                Outcome(result.Outcome),
                Cells.Text(document is null ? "" : Terms.Of(document.Type)),
                Cells.Text(Words.Of(document?.Region)),
                Cells.Text(Words.Of(document?.Period)),
                Cells.Text(Remark(result)));
        }
        return table;
    }

    public static string Summary(IReadOnlyCollection<ImportResult> results, TimeSpan time)
    {
        var skipped = Count(ImportOutcome.Skipped);
        return string.Create(CultureInfo.InvariantCulture, $"共 {results.Count} 个文件：新增 {Count(ImportOutcome.Created)}，未变 {Count(ImportOutcome.Unchanged)}，失败 {Count(ImportOutcome.Failed)}")
            + (skipped > 0 ? string.Create(CultureInfo.InvariantCulture, $"，未处理 {skipped}") : "")
            + string.Create(CultureInfo.InvariantCulture, $"（用时 {time.TotalSeconds:0.0} 秒）");

        int Count(ImportOutcome outcome) => results.Count(result => result.Outcome == outcome);
    }

    private static string Remark(ImportResult result) => result switch
    {
        { Document: { } document } => Words.Title(document.Title, document.TitleInferred),
        { Unreachable: true } => "连接不上服务器或服务暂不可用",
        { Error: { } error } => ErrorReport.Sentence(error),
        _ => "",
    };

    private static Text Outcome(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Created => new Text("新增", new Style(Color.Green)),
        ImportOutcome.Unchanged => new Text("未变", new Style(decoration: Decoration.Dim)),
        ImportOutcome.Failed => new Text("失败", new Style(Color.Red, decoration: Decoration.Bold)),
        _ => new Text("未处理", new Style(Color.Yellow)),
    };
}
