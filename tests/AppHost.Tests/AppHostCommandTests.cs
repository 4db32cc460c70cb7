using Fazhi.CommandLine;

namespace Fazhi.AppHost.Tests;

public sealed class AppHostCommandTests
{
    [Fact]
    public async Task Defaults_are_data_port_8080_and_samples()
    {
        var options = await RunAsync();
        Assert.Equal(new AppHostOptions(Path.GetFullPath("data"), 8080, LoadSamples: true), options.Options);
    }

    [Fact]
    public async Task Options_are_taken_over()
    {
        var run = await RunAsync("--data", "/somewhere/else", "--port", "0", "--no-samples");
        Assert.Equal(new AppHostOptions("/somewhere/else", 0, LoadSamples: false), run.Options);
        Assert.Equal(7, run.Code);
    }

    [Theory]
    [InlineData("--port", "65536")]
    [InlineData("--port", "-1")]
    [InlineData("--port", "http")]
    [InlineData("--port", "")]
    [InlineData("--data")]
    [InlineData("--unknown")]
    [InlineData("word")]
    public async Task Wrong_arguments_are_refused_in_Chinese_and_start_nothing(params string[] arguments)
    {
        var run = await RunAsync(arguments);
        Assert.Null(run.Options);
        Assert.Equal(1, run.Code);
        Assert.StartsWith("错误：", run.Error, StringComparison.Ordinal);
        Assert.Contains(arguments[0], run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_in_Chinese()
    {
        var run = await RunAsync("--help");
        Assert.Equal(0, run.Code);
        Assert.Contains("选项：", run.Output, StringComparison.Ordinal);
        Assert.Contains("--no-samples", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Options:", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Show help", run.Output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, AppHostOptions? Options, string Output, string Error)> RunAsync(params string[] arguments)
    {
        AppHostOptions? given = null;
        using var output = new StringWriter();
        using var error = new StringWriter();
        var root = AppHostCommand.Create((options, _) =>
        {
            given = options;
            return Task.FromResult(7);
        });
        var code = await ChineseCommandLine.RunAsync(root, arguments, new() { Output = output, Error = error }, usageError: 1);
        return (code, given, output.ToString(), error.ToString());
    }
}
