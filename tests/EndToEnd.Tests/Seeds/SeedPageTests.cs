using System.Globalization;
using System.Text.RegularExpressions;
using Fazhi.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace Fazhi.EndToEnd.Tests.Seeds;

/// <summary>What a person sees of five real documents: hits, counts by which the result is narrowed, the place in the document, and what is alike.</summary>
[Collection<SeedCollection>]
public sealed partial class SeedPageTests(SeedPlatform seeds, ChromiumBrowser browser) : IClassFixture<ChromiumBrowser>
{
    private const string Result = "article.result:not(.partial *)";

    [Theory]
    [InlineData("政务公开")]
    [InlineData("行政复议")]
    public async Task Every_document_that_has_the_words_is_shown_with_them_marked(string words)
    {
        await using var watched = await OpenAsync($"/?q={words}");
        var page = watched.Page;

        var documents = SeedFolder.NamesWith(seeds.Folder, words).Count();
        Assert.Equal(documents, await CountAsync(page));
        Assert.Equal(documents, await page.Locator(Result).CountAsync());
        Assert.Equal(documents, await page.Locator(Result).Filter(new() { Has = page.Locator(".passages mark") }).CountAsync());
        Assert.All(await page.Locator($"{Result} mark").AllInnerTextsAsync(), marked => Assert.Equal(words, marked));
        Assert.Empty(watched.Complaints);
    }

    [Fact]
    public async Task Every_count_is_what_is_found_when_it_is_followed()
    {
        await using var watched = await OpenAsync("/?q=政务公开");
        var page = watched.Page;
        var counts = new Dictionary<string, int>();
        foreach (var link in await page.Locator(".facets .groups li a:has(.count)").AllAsync())
            counts.Add((await link.GetAttributeAsync("href"))!, Number(await link.Locator(".count").EvaluateAsync<string>("count => count.firstChild.textContent")));
        var fields = counts.Keys.SelectMany(address => Field().Matches(address)).Select(field => field.Groups[1].Value).ToHashSet();
        Assert.Superset(new HashSet<string> { "region", "year", "type", "theme" }, fields);

        foreach (var (address, count) in counts)
        {
            await page.GotoAsync(address);
            Assert.True(count == await CountAsync(page), $"{address}: {count} were counted");
        }
        Assert.Empty(watched.Complaints);
    }

    [Fact]
    public async Task Every_hit_leads_to_its_place_in_the_document()
    {
        const string words = "政务公开";
        await using var watched = await OpenAsync($"/?q={words}");
        var page = watched.Page;
        var hits = await page.Locator($"{Result} .passages li:has(p mark) a.place").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.True(hits.Length >= 5, $"{hits.Length}");

        foreach (var hit in hits)
        {
            await page.GotoAsync(hit);
            // A place in the text is before the paragraph.
            var place = page.Locator(hit.EndsWith("#hit", StringComparison.Ordinal) ? ":target + .hit, :target + * .hit" : ":target");
            Assert.True(await place.CountAsync() == 1, $"{hit} leads nowhere");
            Assert.True((await place.InnerTextAsync()).Contains(words, StringComparison.Ordinal), $"{hit} has other words");
            Assert.True(await place.EvaluateAsync<bool>("place => place.getBoundingClientRect().top < innerHeight && place.getBoundingClientRect().bottom > 0"), $"{hit} is out of sight");
        }
        Assert.Empty(watched.Complaints);
    }

    [Fact]
    public async Task Tasks_have_tasks_of_other_documents_that_are_alike()
    {
        await using var watched = await OpenAsync("/?q=政务公开&rows=tasks");
        var page = watched.Page;
        var tasks = await page.Locator($"{Result} a.like").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.NotEmpty(tasks);

        var alike = 0;
        foreach (var task in tasks)
        {
            await page.GotoAsync(task);
            await page.GetByRole(AriaRole.Heading, new() { Name = "各地相似的任务" }).WaitForAsync();
            var own = (await page.Locator(".origin a").GetAttributeAsync("href"))!.Split('#')[0];
            var others = await page.Locator("article.result h3 a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
            Assert.DoesNotContain(own, others);
            alike += others.Length;
        }
        Assert.NotEqual(0, alike);
        Assert.Empty(watched.Complaints);
    }

    private async Task<WatchedPage> OpenAsync(string address)
    {
        await seeds.RequireAsync();
        var watched = await browser.OpenAsync(seeds.Platform.Host.Address);
        await watched.Page.GotoAsync(address);
        return watched;
    }

    private static async Task<int> CountAsync(IPage page) => Number(Found().Match(await page.Locator("#results").InnerTextAsync()).Groups[1].Value);

    private static int Number(string digits) => int.Parse(digits, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex("^找到 ([0-9,]+) 份文件")]
    private static partial Regex Found();

    [GeneratedRegex("[?&]([a-z]+)=")]
    private static partial Regex Field();
}
