using Fazhi.EndToEnd.Tests.Samples;
using Microsoft.Playwright;

namespace Fazhi.EndToEnd.Tests.Browser;

/// <summary>What a person does with a result: completes words, goes down into regions and up again, takes it along, keeps it.</summary>
[Collection<SampleCollection>]
public sealed class SearchBrowserTests(SamplePlatform fixture, ChromiumBrowser browser) : IClassFixture<ChromiumBrowser>
{
    [Fact]
    public async Task Words_are_completed_by_keyboard_and_given_back_by_escape()
    {
        await using var watched = await OpenAsync("/");
        var query = watched.Page.GetByRole(AriaRole.Combobox, new() { Name = "检索全文" });
        var options = watched.Page.Locator("[role=option]");
        await query.PressSequentiallyAsync("行政");
        await options.First.WaitForAsync();
        Assert.Equal("true", await query.GetAttributeAsync("aria-expanded"));

        await query.PressAsync("ArrowDown");
        var completed = await query.InputValueAsync();
        Assert.NotEqual("行政", completed);
        Assert.Equal(await options.First.GetAttributeAsync("id"), await query.GetAttributeAsync("aria-activedescendant"));
        await query.PressAsync("Escape");
        Assert.Equal("行政", await query.InputValueAsync());
        Assert.Equal(0, await options.CountAsync());

        await query.PressSequentiallyAsync("复");
        await options.First.WaitForAsync();
        await query.PressAsync("ArrowDown");
        completed = await query.InputValueAsync();
        await query.PressAsync("Enter");
        await watched.Page.WaitForURLAsync(url => url.Contains("?q=", StringComparison.Ordinal));
        Assert.Equal(completed, await watched.Page.GetByLabel("检索全文").InputValueAsync());
        Assert.NotEqual(0, await watched.Page.Locator("article.result").CountAsync());
    }

    [Fact]
    public async Task Regions_are_drilled_into_and_left_by_the_path_and_by_going_back()
    {
        await using var watched = await OpenAsync("/?q=行政复议");
        var page = watched.Page;
        var all = await HeadingAsync(page);
        var province = await StepAsync(page);
        var city = await StepAsync(page);
        Assert.Equal(3, new HashSet<string> { all, province, city }.Count);

        await page.GoBackAsync();
        Assert.Equal(province, await HeadingAsync(page));
        await page.GoForwardAsync();
        await page.Locator(".facets .path a").Last.ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("region=990000", StringComparison.Ordinal));
        Assert.Equal(province, await HeadingAsync(page));
        await page.Locator(".facets .path a").First.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("region=", StringComparison.Ordinal));
        Assert.Equal(all, await HeadingAsync(page));
        Assert.Empty(watched.Complaints);
    }

    [Theory]
    [InlineData("Excel", ".xlsx", "PK")]
    [InlineData("CSV", ".csv", "\u00EF\u00BB\u00BF")]
    public async Task Result_is_taken_along_as_a_file(string link, string extension, string beginning)
    {
        await using var watched = await OpenAsync("/?q=行政复议&region=990100");

        var download = await watched.Page.RunAndWaitForDownloadAsync(() => watched.Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync());

        Assert.EndsWith(extension, download.SuggestedFilename, StringComparison.Ordinal);
        await using var file = await download.CreateReadStreamAsync();
        var first = new byte[beginning.Length];
        await file.ReadExactlyAsync(first, TestContext.Current.CancellationToken);
        Assert.Equal(beginning, System.Text.Encoding.Latin1.GetString(first));
    }

    [Fact]
    public async Task Search_is_kept_shown_and_forgotten()
    {
        await using var watched = await OpenAsync("/?q=行政复议&year=2023");
        var page = watched.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "保存检索" }).ClickAsync();
        await page.GetByLabel("名称").FillAsync("复议的新进展");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "复议的新进展" }).WaitForAsync();

        await page.GotoAsync("/searches");
        Assert.Contains("年份：2023年", await page.Locator(".list").InnerTextAsync(), StringComparison.Ordinal);
        // Others keep searches here, too.
        var kept = page.Locator(".list li").Filter(new() { HasText = "复议的新进展" });
        await kept.GetByRole(AriaRole.Link, new() { Name = "修改" }).ClickAsync();
        await page.GetByText("删除这个检索").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "删除" }).ClickAsync();
        await page.WaitForURLAsync("**/searches");
        Assert.Equal(0, await kept.CountAsync());
        Assert.Empty(watched.Complaints);
    }

    [Fact]
    public async Task Result_says_why_and_what_is_like_it()
    {
        await using var watched = await OpenAsync("/?q=行政复议&rows=tasks");
        var page = watched.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "为什么" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "得分由哪些部分组成" }).WaitForAsync();
        Assert.NotEqual(0, await page.Locator(".reasons tbody tr").CountAsync());

        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "相似任务" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "各地相似的任务" }).WaitForAsync();
        Assert.NotEqual(0, await page.Locator("article.result").CountAsync());
        Assert.Empty(watched.Complaints);
    }

    private async Task<WatchedPage> OpenAsync(string address)
    {
        var watched = await browser.OpenAsync(fixture.Platform.Host.Address);
        await watched.Page.GotoAsync(address);
        return watched;
    }

    private static Task<string> HeadingAsync(IPage page) => page.Locator("#results").InnerTextAsync();

    /// <summary>Goes to the first region below; returns the heading of what is there, which has the count that the link had.</summary>
    private static async Task<string> StepAsync(IPage page)
    {
        var link = page.Locator(".facets .groups > section").First.Locator("ul a").First;
        var documents = await link.Locator(".count").EvaluateAsync<string>("count => count.firstChild.textContent");
        var address = await link.GetAttributeAsync("href");
        await link.ClickAsync();
        await page.WaitForURLAsync(url => url.EndsWith(address!, StringComparison.Ordinal));
        var heading = await HeadingAsync(page);
        Assert.StartsWith($"找到 {documents} 份文件", heading, StringComparison.Ordinal);
        return heading;
    }
}
