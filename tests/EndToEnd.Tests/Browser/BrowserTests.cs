using System.Globalization;
using Fazhi.EndToEnd.Tests.Samples;
using Microsoft.Playwright;

namespace Fazhi.EndToEnd.Tests.Browser;

/// <summary>What a person does with the pages, in a real browser.</summary>
[Collection<SampleCollection>]
public sealed class BrowserTests(SamplePlatform fixture, ChromiumBrowser browser) : IClassFixture<ChromiumBrowser>
{
    private const string Result = "article.result:not(.partial *)";
    private const string Facet = ".facets a";

    [Fact]
    public async Task Search_shows_highlighted_passages_that_lead_to_the_document()
    {
        await using var watched = await OpenHomeAsync();
        var page = watched.Page;
        await Query(page).FillAsync("行政复议");
        await ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "检索" }));

        Assert.NotEqual(0, await page.Locator(Result).CountAsync());
        var marked = await page.Locator($"{Result} mark").AllInnerTextsAsync();
        Assert.NotEmpty(marked);
        Assert.All(marked, words => Assert.Equal("行政复议", words));

        var title = page.Locator($"{Result} h3 a").First;
        var name = await title.InnerTextAsync();
        await ClickAsync(title);
        Assert.Equal(name, await page.Locator("h1").InnerTextAsync());
        Assert.Empty(watched.Complaints);
    }

    [Fact]
    public async Task Facet_narrows_and_can_be_lifted_again()
    {
        await using var watched = await OpenHomeAsync();
        var page = watched.Page;
        await page.GotoAsync("/?q=行政执法");
        var before = await page.Locator(Result).CountAsync();

        var facet = page.Locator(Facet).Filter(new() { HasText = "2023" }).First;
        var documents = int.Parse(
            await facet.Locator(".count").EvaluateAsync<string>("count => count.firstChild.textContent"), CultureInfo.InvariantCulture);
        await ClickAsync(facet);
        Assert.Contains("year=2023", page.Url, StringComparison.Ordinal);
        Assert.Equal(documents, await page.Locator(Result).CountAsync());
        Assert.True(documents < before);

        await ClickAsync(page.Locator(".chosen a").First);
        Assert.Equal(before, await page.Locator(Result).CountAsync());
        Assert.Empty(watched.Complaints);
    }

    [Fact]
    public async Task Keyboard_alone_searches_narrows_and_opens_a_plan()
    {
        await using var watched = await OpenHomeAsync();
        var page = watched.Page;
        await watched.TabToAsync("input[type=search]");
        await page.Keyboard.TypeAsync("政务公开");
        await PressEnterAsync(page);
        Assert.NotEqual(0, await page.Locator(Result).CountAsync());

        await watched.TabToAsync($"{Facet}[href*='type=plan']");
        await PressEnterAsync(page);
        Assert.Contains("type=plan", page.Url, StringComparison.Ordinal);

        await watched.TabToAsync($"{Result} h3 a[href^='/plans/']");
        Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
        await PressEnterAsync(page);
        Assert.Contains("/plans/", page.Url, StringComparison.Ordinal);
        Assert.NotEqual(0, await page.Locator("h1").CountAsync());
        Assert.Empty(watched.Complaints);
    }

    [Fact]
    public async Task Pages_work_without_script()
    {
        await using var watched = await browser.OpenAsync(fixture.Platform.Host.Address, script: false);
        await watched.Page.GotoAsync("/");
        await Query(watched.Page).FillAsync("政务公开");
        await watched.Page.Keyboard.PressAsync("Enter");
        // The answer itself is waited for: its load event may be over before anyone asks.
        await watched.Page.Locator($"{Result} mark").First.WaitForAsync();
        Assert.Matches("[?&]q=.", watched.Page.Url);
        Assert.NotEqual(0, await watched.Page.Locator($"{Result} mark").CountAsync());
        Assert.Empty(watched.Complaints);
    }

    [Fact]
    public async Task Words_of_a_person_are_shown_and_never_run()
    {
        await using var watched = await OpenHomeAsync();
        const string words = "<img src=x onerror=alert(1)>";
        await Query(watched.Page).FillAsync(words);
        await PressEnterAsync(watched.Page);
        Assert.Equal(words, await Query(watched.Page).InputValueAsync());
        Assert.Equal(0, await watched.Page.Locator("main img").CountAsync());
        Assert.DoesNotContain(watched.Complaints, complaint => complaint.Contains("script", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/plans")]
    [InlineData("/reports")]
    [InlineData("/searches")]
    [InlineData("/searches/new?q=行政复议")]
    [InlineData("/status")]
    public async Task Page_has_a_title_a_heading_and_nothing_to_complain_of(string path)
    {
        await using var watched = await browser.OpenAsync(fixture.Platform.Host.Address);
        var answer = await watched.Page.GotoAsync(path);
        Assert.Equal(200, answer!.Status);
        Assert.NotEqual("", await watched.Page.TitleAsync());
        Assert.Equal(1, await watched.Page.Locator("h1").CountAsync());
        Assert.Equal("zh-CN", await watched.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Empty(watched.Complaints);
    }

    /// <summary>The search field: a search box without script, a combobox with it.</summary>
    private static ILocator Query(IPage page) => page.GetByLabel("检索全文");

    private async Task<WatchedPage> OpenHomeAsync()
    {
        var watched = await browser.OpenAsync(fixture.Platform.Host.Address);
        await watched.Page.GotoAsync("/");
        return watched;
    }

    private static Task PressEnterAsync(IPage page) => LeaveAsync(page, () => page.Keyboard.PressAsync("Enter"));

    private static Task ClickAsync(ILocator link) => LeaveAsync(link.Page, () => link.ClickAsync());

    /// <summary>Does what leads to another page and waits until that is there in full.</summary>
    private static async Task LeaveAsync(IPage page, Func<Task> leave)
    {
        await page.EvaluateAsync("() => { window.left = false; }");
        await leave();
        await page.WaitForFunctionAsync("() => window.left === undefined && document.readyState === 'complete'");
    }
}
