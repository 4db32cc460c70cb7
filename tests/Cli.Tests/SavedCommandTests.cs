using System.Text.Json;
using Fazhi.Cli.Tests.Platform;

namespace Fazhi.Cli.Tests;

/// <summary>The life of a saved search, as a user goes through it.</summary>
public sealed class SavedCommandTests(FakePlatform platform) : IClassFixture<FakePlatform>
{
    [Fact]
    public async Task Search_is_kept_listed_looked_at_and_forgotten()
    {
        var created = JsonDocument.Parse((await platform.RunAsync("saved", "create", "行政复议", "--year", "2024", "--title", "复议", "--webhook", "https://example.org/hook", "--json")).Output).RootElement;
        var name = created.GetProperty("name").GetString()!;
        Assert.Equal("https://example.org/hook", created.GetProperty("webhookUrl").GetString());

        Assert.Contains($"复议  新命中 2\n  fazhi search 行政复议 --year 2024\n  {name} · 创建 ", (await platform.RunAsync("saved", "list")).Output, StringComparison.Ordinal);
        var bare = name["savedSearches/".Length..];
        Assert.Matches("检索 +fazhi search 行政复议 --year 2024\n", (await platform.RunAsync("saved", "show", bare)).Output);

        var matches = (await platform.RunAsync("saved", "matches", bare, "--new")).Output;
        Assert.Matches("7\\. .* 新\n望岫县工作要点\nplans/p1\n", matches);
        Assert.Contains("还有 1 份新命中", (await platform.RunAsync("saved", "seen", bare, "--up-to", "7")).Output, StringComparison.Ordinal);
        Assert.Contains("还有 0 份新命中", (await platform.RunAsync("saved", "seen", name)).Output, StringComparison.Ordinal);
        Assert.Contains("没有", (await platform.RunAsync("saved", "matches", name, "--new")).Output, StringComparison.Ordinal);

        Assert.Equal($"已删除 {name}\n", (await platform.RunAsync("saved", "delete", bare)).Output);
        Assert.Equal(ExitCode.Failed, (await platform.RunAsync("saved", "show", bare)).Code);
    }

    [Theory]
    [InlineData("行政 复议，年度报告", "行政 复议", "--kind", "报告")]
    [InlineData("复议，望岫县，县级，2024年，牵头单位，司法行政，2024-01-01至2024-12-31，有指标，只按原词检索", "复议", "--region", "望岫县", "--level", "县", "--year", "2024", "--role", "牵头",
        "--function", "司法行政", "--deadline-from", "2024-01-01", "--deadline-to", "2024-12-31", "--has-target", "--literal")]
    [InlineData("2021—2025年，工作要点，征求意见稿，县政府，司法局，outline-2021/22，2024-06-30起，指定的文件", "--period", "2021-2025", "--plan-kind", "工作要点", "--status", "征求意见稿", "--issuer", "县政府",
        "--unit", "司法局", "--theme", "outline-2021/22", "--deadline-from", "2024-06-30", "--document", "plans/a")]
    public async Task Title_is_the_search_in_words_where_none_is_given(string title, params string[] search)
    {
        var created = JsonDocument.Parse((await platform.RunAsync(["saved", "create", .. search, "--json"])).Output).RootElement;
        Assert.Equal(title, created.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Search_for_everything_needs_a_title()
    {
        var run = await platform.RunAsync("saved", "create");
        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("--title", run.Error, StringComparison.Ordinal);
    }
}
