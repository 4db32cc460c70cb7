using System.Text;
using System.Text.Json.Nodes;
using Fazhi.CommandLine;
using Fazhi.Testing;

namespace Fazhi.Cli.Tests;

/// <summary><c>fazhi parse</c>, without any server.</summary>
public sealed class ParseTests : IAsyncLifetime
{
    private const string Plan =
        """
        望岫县2024年法治政府建设工作要点
        岫政发〔2024〕8号

        一、化解行政争议
        （一）加强行政复议。2024年底前规范化率达到95%以上，每年3月1日前报告一次。
        牵头单位：县司法局；责任单位：县委编办、县属相关部门按职责分工负责
        •推进政务公开。办理时间不超过1.2万分钟。
        牵头单位：县政府服务管理局
        2023年3月1日印发的《望岫县法治政府建设工作要点》（岫政发〔2023〕5号）同时废止。

        望岫县人民政府
        2024年2月3日
        """;

    private const string YearlyReport =
        """
        临澜市2022年法治政府建设年度报告

        一、主要举措和成效
        （一）行政复议。全年审结行政复议案件57件，行政机关负责人出庭应诉率100%。
        二、存在的问题
        一是培训次数不多；二是台账不全。
        三、下一步打算
        一是加强培训；二是补齐台账。
        """;

    private readonly TempFolder folder = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => folder.DisposeAsync();

    [Fact]
    public async Task Plan_comes_out_as_documented()
    {
        var (code, output, _) = await RunAsync("parse", Write("a.txt", Plan), "--json");

        Assert.Equal(ExitCode.Success, code);
        var plan = JsonNode.Parse(output)!;
        Assert.Equal("plan", (string?)plan["kind"]);
        Assert.Equal("望岫县2024年法治政府建设工作要点", (string?)plan["title"]);
        Assert.Equal("岫政发〔2024〕8号", (string?)plan["docNumber"]);
        Assert.Equal("望岫县", (string?)plan["region"]!["name"]);
        Assert.Equal((2024, 2024), ((int)plan["period"]!["start"]!, (int)plan["period"]!["end"]!));
        Assert.Equal("issued", (string?)plan["status"]);
        Assert.Equal("2024-02-03", (string?)plan["dates"]!["signed"]![0]!["date"]);
        Assert.Equal(("望岫县法治政府建设工作要点", "岫政发〔2023〕5号"), ((string?)plan["repeals"]![0]!["title"], (string?)plan["repeals"]![0]!["number"]));
        Assert.Equal(["一、", "（一）"], plan["sections"]!.AsArray().Take(2).Select(section => (string?)section!["label"]));

        var task = plan["tasks"]![0]!;
        Assert.Equal("（一）", (string?)task["label"]);
        Assert.Equal(["化解行政争议"], task["headings"]!.AsArray().Select(heading => (string?)heading));
        Assert.Equal(("县司法局", "single", "望岫县司法局", "司法行政"), Unit(task["lead"]![0]!));
        Assert.Equal(["县委编办", "县属相关部门"], task["responsible"]!.AsArray().Select(unit => (string?)unit!["text"]));
        Assert.Equal("collective", (string?)task["responsible"]![1]!["kind"]);
        Assert.Equal([("2024-12-31", ""), ("", "yearly:03-01")], task["deadlines"]!.AsArray().Select(deadline => ((string?)deadline!["date"], (string?)deadline["recurrence"])));
        var target = task["targets"]![0]!;
        Assert.Equal((95, ">=", "%"), ((decimal)target["value"]!, (string?)target["comparator"], (string?)target["unit"]));
        Assert.Equal("outline-2021/22", (string?)task["themes"]![0]!["id"]);
        Assert.Equal("望岫县政务服务管理局", (string?)plan["tasks"]![1]!["lead"]![0]!["suggestions"]![0]!["unit"]);
    }

    [Fact]
    public async Task Report_comes_out_as_documented()
    {
        var (_, output, _) = await RunAsync("parse", Write("a.txt", YearlyReport), "--json");

        var report = JsonNode.Parse(output)!;
        Assert.Equal("report", (string?)report["kind"]);
        Assert.Equal(2022, (int?)report["report"]!["year"]);
        Assert.Equal(
            [("行政复议审结件数", 57m, "件"), ("出庭应诉率", 100m, "%")],
            report["report"]!["facts"]!.AsArray().Select(fact => ((string?)fact!["metric"], (decimal)fact["value"]!, (string?)fact["unit"])));
        Assert.Equal(["培训次数不多", "台账不全"], report["report"]!["problems"]!.AsArray().Select(item => (string?)item));
        Assert.Equal(["加强培训", "补齐台账"], report["report"]!["nextSteps"]!.AsArray().Select(item => (string?)item));
        Assert.Equal("problems", (string?)report["sections"]![2]!["class"]);
    }

    [Fact]
    public async Task Ranges_are_of_the_text_that_comes_with_them_on_demand()
    {
        var (_, output, _) = await RunAsync("parse", Write("a.txt", Plan), "--json", "--text");

        var plan = JsonNode.Parse(output)!;
        var section = plan["sections"]![0]!;
        Assert.StartsWith("一、化解行政争议", ((string)plan["text"]!).Substring((int)section["start"]!, (int)section["length"]!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_files_are_a_line_each_and_one_that_cannot_be_read_does_not_hide_the_others()
    {
        Write("1.txt", Plan);
        Write("2.txt", "");
        Write("3.txt", YearlyReport);

        var (code, output, _) = await RunAsync("parse", folder.Path, "--json");

        var lines = output.TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(ExitCode.Failed, code);
        Assert.Equal(["1.txt", "2.txt", "3.txt"], lines.Select(line => (string?)line["file"]));
        Assert.Equal("EMPTY", (string?)lines[1]["error"]!["code"]);
        Assert.Equal("report", (string?)lines[2]["kind"]);
    }

    [Fact]
    public async Task Person_reads_a_tree_with_units_times_and_what_is_unsure()
    {
        var (code, output, _) = await RunAsync("parse", Write("a.txt", Plan));

        Assert.Equal(ExitCode.Success, code);
        foreach (var words in new[] { "计划（工作要点）", "牵头单位：县司法局", "县属相关部门（群体）", "2024年底前（2024-12-31）", "废止", "岫政发〔2023〕5号" })
            Assert.Contains(words, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_with_its_file()
    {
        var (code, output, errors) = await RunAsync("parse", Write("图.png", "\u0089PNG\r\n\u001a\n"));

        Assert.Equal((ExitCode.Failed, ""), (code, output));
        Assert.Contains("图.png", errors, StringComparison.Ordinal);
        var (missing, _, told) = await RunAsync("parse", Path.Combine(folder.Path, "没有.txt"));
        Assert.Equal(ExitCode.Failed, missing);
        Assert.Contains("找不到", told, StringComparison.Ordinal);
    }

    private static (string? Text, string? Kind, string? Unit, string? Function) Unit(JsonNode unit) =>
        ((string?)unit["text"], (string?)unit["kind"], (string?)unit["unit"], (string?)unit["function"]);

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder.Path, name);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await ChineseCommandLine.RunAsync(FazhiCommand.Create(), args, new() { Output = output, Error = errors }, ExitCode.Usage);
        return (code, output.ToString(), errors.ToString());
    }
}
