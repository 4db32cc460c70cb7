using System.Text.Json;
using Fazhi.Cli.Import;
using Fazhi.Cli.Output;
using Fazhi.Documents.V1;
using Fazhi.Units.V1;
using Google.Rpc;

namespace Fazhi.Cli.Tests;

/// <summary>What a person and a program see of an import.</summary>
public sealed class ImportOutputTests
{
    private static readonly ImportResult[] Results =
    [
        new(new("/1", "一.txt"), ImportOutcome.Created, Document(DocumentType.Plan, "望岫县2024年工作要点", new RegionRef { FullName = "临澜市望岫县", Code = "990121" }, 2024, 2024), null),
        new(new("/2", "二.html"), ImportOutcome.Unchanged, Document(DocumentType.Plan, "实施方案", new RegionRef { DisplayName = "xx市xx区", Anonymised = true }, 2021, 2025), null),
        new(new("/3", "三.txt"), ImportOutcome.Created, Document(DocumentType.Report, "报告", new RegionRef { FullName = "望岫县石渡镇", Code = "990121", UnregisteredName = "石渡镇" }, 2023, 2023), null),
        ImportResult.Failed(new("/4", "四\e[31m.txt"), Code.InvalidArgument, "文件是空的"),
        ImportResult.Skipped(new("/5", "五.txt")),
    ];

    [Fact]
    public void Table_shows_what_became_of_each_file()
    {
        var lines = Print(terminal => terminal.Write(ImportTable.Build(terminal, Results)));
        Assert.Equal(6, lines.Count);
        AssertParts(lines[1], "一.txt", "新增", "计划", "临澜市望岫县", "2024", "望岫县2024年工作要点");
        AssertParts(lines[2], "二.html", "未变", "计划", "xx市xx区（已匿名）", "2021—2025", "实施方案");
        AssertParts(lines[3], "三.txt", "新增", "年度报告", "望岫县石渡镇", "2023");
        AssertParts(lines[4], "四\uFFFD[31m.txt", "失败", "文件是空的");
        AssertParts(lines[5], "五.txt", "未处理");
    }

    [Fact]
    public void Summary_counts_each_outcome() =>
        Assert.Equal("共 5 个文件：新增 2，未变 1，失败 1，未处理 1（用时 1.5 秒）", ImportTable.Summary(Results, TimeSpan.FromSeconds(1.5)));

    [Fact]
    public void Each_file_is_a_line_of_json_with_its_document_or_its_error()
    {
        var lines = Results.Select(result => JsonDocument.Parse(ImportLine.Format(result)).RootElement).ToList();
        Assert.Equal("CREATED", lines[0].GetProperty("outcome").GetString());
        Assert.Equal("990121", lines[0].GetProperty("document").GetProperty("region").GetProperty("code").GetString());
        Assert.Equal("FAILED", lines[3].GetProperty("outcome").GetString());
        Assert.Equal("文件是空的", lines[3].GetProperty("error").GetProperty("message").GetString());
        Assert.All(Results, result => Assert.DoesNotContain('\n', ImportLine.Format(result)));
    }

    private static void AssertParts(string line, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
            Assert.Contains(part, line, StringComparison.Ordinal);
    }

    private static List<string> Print(Action<Terminal> write)
    {
        using var output = new StringWriter { NewLine = "\n" };
        write(new Terminal(output, json: false));
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static DocumentSummary Document(DocumentType type, string title, RegionRef region, int start, int end) =>
        new() { Type = type, Title = title, Region = region, Period = new Period { StartYear = start, EndYear = end } };
}
