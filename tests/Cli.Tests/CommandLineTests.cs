using System.Text.Json;
using Fazhi.CommandLine;
using Fazhi.Testing;

namespace Fazhi.Cli.Tests;

/// <summary>The program as a whole, where no server is needed.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("缺少命令")]
    [InlineData("无法识别的命令或参数：nonsense", "nonsense")]
    [InlineData("命令 import 缺少参数", "import")]
    [InlineData("--continue 与 --no-continue", "import", "x", "--continue", "--no-continue")]
    [InlineData("1 到 16", "import", "x", "--parallel", "17")]
    [InlineData("--level 没有 village", "search", "x", "--level", "village")]
    [InlineData("--kind 没有 letter", "search", "x", "--kind", "letter")]
    [InlineData("--year 应为", "search", "x", "--year", "24")]
    [InlineData("早于开始年份", "search", "x", "--period", "2025-2021")]
    [InlineData("--period 应为", "search", "x", "--period", "2021-2023-2025")]
    [InlineData("--page-size 应为", "plans", "--page-size", "0")]
    [InlineData("--server 应为", "status", "--server", "localhost:8080")]
    [InlineData("--year 缺少值", "reports", "--year")]
    [InlineData("--rows 没有 pages", "search", "--rows", "pages")]
    [InlineData("--facets 没有 colour", "search", "--facets", "year,colour")]
    [InlineData("--deadline-to 应为", "search", "--deadline-to", "2024-02-30")]
    [InlineData("--has-target 与 --no-target", "search", "--has-target", "--no-target")]
    [InlineData("相近的有：", "search", "--function", "司法")]
    [InlineData("--explain 与 --export", "search", "--explain", "x", "--export", "x.csv")]
    [InlineData("看不出 x.doc 是什么格式", "search", "--export", "x.doc")]
    [InlineData("看不出 - 是什么格式", "search", "--export", "-")]
    [InlineData("--format 要与 --export", "search", "--format", "csv")]
    [InlineData("--rows 没有 documents", "similar", "plans/x", "--rows", "documents")]
    [InlineData("缺少命令", "index")]
    [InlineData("--up-to 应为", "saved", "seen", "x", "--up-to", "0")]
    public async Task Wrong_arguments_are_explained_in_Chinese(string explanation, params string[] arguments)
    {
        var run = await RunAsync(arguments);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(explanation, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Unknown_command_is_one_error()
    {
        var run = await RunAsync("nonsense");
        Assert.Single(run.Error.Split('\n'), line => line.StartsWith("错误：", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_size_is_limited_as_the_service_limits_it()
    {
        foreach (var command in new[] { "plans", "reports" })
            Assert.Contains("1 到 200", (await RunAsync(command, "--help")).Output, StringComparison.Ordinal);
    }

    // A half-width mark beside a Chinese character is a slip of the keyboard.
    [Theory]
    [InlineData("search")]
    [InlineData("plans")]
    [InlineData("regions")]
    [InlineData("similar")]
    [InlineData("saved", "create")]
    [InlineData("index", "rebuild")]
    public async Task Help_has_full_width_punctuation(params string[] command) =>
        Assert.DoesNotMatch("[\u4e00-\u9fff][,:;()]|[,:;()][\u4e00-\u9fff]", (await RunAsync([.. command, "--help"])).Output);

    [Theory]
    [InlineData("import")]
    [InlineData("search")]
    [InlineData("plans")]
    [InlineData("reports")]
    [InlineData("show")]
    [InlineData("regions")]
    [InlineData("status")]
    [InlineData("delete")]
    [InlineData("suggest")]
    [InlineData("similar")]
    [InlineData("index", "status")]
    [InlineData("index", "verify")]
    [InlineData("index", "rebuild")]
    [InlineData("saved", "list")]
    [InlineData("saved", "create")]
    [InlineData("saved", "matches")]
    public async Task Every_command_has_help_in_Chinese(params string[] command)
    {
        var run = await RunAsync([.. command, "--help"]);
        Assert.Equal(0, run.Code);
        Assert.Contains("用法：", run.Output, StringComparison.Ordinal);
        Assert.Contains("--json", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Usage:", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search", "复议")]
    [InlineData("plans")]
    [InlineData("status")]
    [InlineData("show", "x")]
    [InlineData("import", "{file}")]
    public async Task Server_that_is_down_is_said_plainly(params string[] arguments)
    {
        using var temp = new TempFolder();
        File.WriteAllText(temp["a.txt"], "");
        var server = $"http://127.0.0.1:{FreePort.Find()}";
        var run = await RunAsync([.. arguments.Select(argument => argument == "{file}" ? temp["a.txt"] : argument), "--server", server]);
        Assert.Equal(ExitCode.Unreachable, run.Code);
        Assert.Contains($"连接不上服务器 {server}", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    [Fact]
    public async Task Error_is_json_for_a_program()
    {
        var run = await RunAsync("plans", "--json", "--server", $"http://127.0.0.1:{FreePort.Find()}");
        using var error = JsonDocument.Parse(run.Error);
        Assert.Equal(14, error.RootElement.GetProperty("code").GetInt32());
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Path_that_does_not_exist_is_an_error_before_anything_is_sent()
    {
        var run = await RunAsync("import", "/nonexistent/file");
        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("/nonexistent/file", run.Error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await ChineseCommandLine.RunAsync(FazhiCommand.Create(), arguments, new() { Output = output, Error = error }, ExitCode.Usage);
        return (code, output.ToString(), error.ToString());
    }
}
