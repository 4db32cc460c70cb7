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

    [Fact]
    public async Task Title_is_the_search_where_none_is_given()
    {
        var created = JsonDocument.Parse((await platform.RunAsync("saved", "create", "行政 复议", "--kind", "报告", "--json")).Output).RootElement;
        Assert.Equal("'行政 复议' --kind report", created.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Search_for_everything_needs_a_title()
    {
        var run = await platform.RunAsync("saved", "create");
        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("--title", run.Error, StringComparison.Ordinal);
    }
}
