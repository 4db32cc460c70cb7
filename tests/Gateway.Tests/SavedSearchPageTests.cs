using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Fazhi.Documents.V1;
using Fazhi.Gateway.Tests.World;
using Fazhi.Search.V1;
using Google.Protobuf.WellKnownTypes;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Gateway.Tests;

public sealed class SavedSearchPageTests(GatewayWorld world)
{
    private const string Hostile = "<b>甲</b> & \u000b乙";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private FakeLibrary Library => world.Backend.Library;

    private HttpClient Http => world.Gateway.Http;

    [Fact]
    public async Task Search_is_kept_once_however_often_its_form_is_sent()
    {
        var form = await FormAsync("/searches/new?q=行政复议&year=2024", "new");
        Assert.Equal("行政复议，2024年", form["Sent.Title"]);

        using var first = await PostAsync("/searches/new?q=行政复议&year=2024", form);
        using var second = await PostAsync("/searches/new?q=行政复议&year=2024", form);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        var kept = Library.SavedSearches[$"savedSearches/{form["Sent.RequestId"]}"];
        Assert.Equal("行政复议", kept.Search.Query);
        Assert.Equal([2024], kept.Search.Filter.Years);
        Assert.Contains("行政复议，2024年", await Http.GetPageAsync("/searches"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_what_was_typed_stays()
    {
        var form = await FormAsync("/searches/new?q=x", "new");
        form["Sent.Title"] = "我的标题";
        form["Sent.WebhookUrl"] = "ftp://example.com/";

        using var response = await PostAsync("/searches/new?q=x", form);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await response.Content.ReadPageAsync();
        Assert.Contains("只能是 https 地址", page, StringComparison.Ordinal);
        Assert.Contains("value=\"我的标题\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/searches/new?q=x", "new")]
    [InlineData("/searches/foreign", "seen")]
    [InlineData("/searches/foreign/edit", "delete")]
    public async Task Post_from_another_site_is_refused(string address, string form)
    {
        Keep("foreign", "不许动", 1);

        using var response = await PostAsync(address, new() { ["_handler"] = form, ["Sent.Title"] = "假的" });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("请求来自别的网站", await response.Content.ReadPageAsync(), StringComparison.Ordinal);
        Assert.Equal(1, Library.SavedSearches["savedSearches/foreign"].NewCount);
    }

    [Fact]
    public async Task Form_that_was_opened_before_a_restart_can_be_sent()
    {
        var keys = Directory.CreateTempSubdirectory("fazhi-keys-");
        string[] settings = [$"--Fazhi:Gateway:Keys={keys.FullName}"];
        Dictionary<string, string> form;
        string cookie;
        await using (var before = await GatewayHost.StartAsync(world.Backend.Address, settings))
        {
            using var opened = await before.Http.GetAsync("/searches/new?q=重启", Stop);
            form = Fields(await opened.Content.ReadPageAsync(), "new");
            cookie = string.Join("; ", opened.Headers.GetValues("Set-Cookie").Select(set => set.Split(';')[0]));
        }

        await using var after = await GatewayHost.StartAsync(world.Backend.Address, settings);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/searches/new?q=重启") { Content = new FormUrlEncodedContent(form), Headers = { { "Cookie", cookie } } };
        using var response = await after.Http.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        keys.Delete(recursive: true);
    }

    [Fact]
    public async Task Matches_are_shown_and_marked_as_looked_at()
    {
        Keep("seen", "看过的", 2, Match(7, "云汀县工作要点", isNew: true), Match(6, "望岫县工作要点", isNew: true));

        var page = await Http.GetPageAsync("/searches/seen");
        Assert.Contains("保存以后相符的文件 2 份，其中新的 2 份", page, StringComparison.Ordinal);
        Assert.Contains("云汀县工作要点", page, StringComparison.Ordinal);
        using var response = await PostAsync("/searches/seen", await FormAsync("/searches/seen", "seen"));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(0, Library.SavedSearches["savedSearches/seen"].NewCount);
        Assert.DoesNotContain("标为看过", await Http.GetPageAsync("/searches/seen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_is_changed_and_nobody_elses_change_is_lost()
    {
        Keep("edit", "旧名", 0);
        var form = await FormAsync("/searches/edit/edit", "edit");
        form["Sent.Title"] = "新名";

        using var changed = await PostAsync("/searches/edit/edit", form);
        form["Sent.Title"] = "更新的名";
        using var refused = await PostAsync("/searches/edit/edit", form);

        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("新名", Library.SavedSearches["savedSearches/edit"].Title);
        Assert.Equal("secret", Library.SavedSearches["savedSearches/edit"].WebhookSecret);
    }

    [Fact]
    public async Task Search_is_deleted()
    {
        Keep("gone", "要删的", 0);

        using var response = await PostAsync("/searches/gone/edit", await FormAsync("/searches/gone/edit", "delete"));

        Assert.Equal("/searches", new Uri(world.Gateway.Address, response.Headers.Location!).AbsolutePath);
        Assert.False(Library.SavedSearches.ContainsKey("savedSearches/gone"));
        using var gone = await Http.GetAsync("/searches/gone", Stop);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Feed_has_what_rfc_4287_wants_and_escapes_what_it_holds()
    {
        Keep("feed", Hostile, 1, Match(3, Hostile, isNew: true));

        using var response = await Http.GetAsync("/searches/feed/feed.atom", Stop);

        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType!.MediaType);
        var feed = XDocument.Parse(await response.Content.ReadAsStringAsync(Stop)).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        foreach (var name in new[] { "id", "title", "updated", "author" })
            Assert.Single(feed.Elements(Atom + name));
        Assert.StartsWith("<b>甲</b> & 乙", (string)feed.Element(Atom + "title")!, StringComparison.Ordinal);
        var entry = Assert.Single(feed.Elements(Atom + "entry"));
        Assert.Equal(new Uri(world.Gateway.Address, "/searches/feed#match-3").AbsoluteUri, (string)entry.Element(Atom + "id")!);
        Assert.Equal("<b>甲</b> & 乙", (string)entry.Element(Atom + "title")!);
        Assert.Equal("2024-05-06T01:02:03.000Z", (string)entry.Element(Atom + "updated")!);
        Assert.Equal((string)feed.Element(Atom + "updated")!, (string)entry.Element(Atom + "updated")!);
        Assert.Equal(new Uri(world.Gateway.Address, "/plans/m3").AbsoluteUri, (string)entry.Element(Atom + "link")!.Attribute("href")!);
    }

    [Theory]
    [InlineData("/searches/nowhere")]
    [InlineData("/searches/nowhere/edit")]
    [InlineData("/searches/nowhere/feed.atom")]
    public async Task Search_that_is_not_kept_is_not_found(string address)
    {
        using var response = await Http.GetAsync(address, Stop);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("savedSearches/nowhere", await response.Content.ReadPageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_text()
    {
        Keep("hostile", Hostile, 1, Match(1, Hostile, isNew: true));

        foreach (var address in new[] { "/searches", "/searches/hostile", "/searches/hostile/edit" })
            Assert.DoesNotContain("<b>", await Http.GetPageAsync(address), StringComparison.Ordinal);
    }

    private void Keep(string id, string title, long newCount, params SavedSearchMatch[] matches)
    {
        var name = $"savedSearches/{id}";
        Library.Matches[name] = matches;
        Library.SavedSearches[name] = new SavedSearch
        {
            Name = name,
            Title = title,
            NewCount = newCount,
            Etag = "1",
            WebhookSecret = "secret",
            Search = new SearchRequest { Query = "行政" },
            CreateTime = Timestamp.FromDateTimeOffset(new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero)),
        };
    }

    private static SavedSearchMatch Match(long number, string title, bool isNew) => new()
    {
        Number = number,
        New = isNew,
        MatchTime = Timestamp.FromDateTimeOffset(new DateTimeOffset(2024, 5, 6, 1, 2, 3, TimeSpan.Zero)),
        Result = new SearchResult { Document = new DocumentSummary { Name = $"plans/m{number}", Type = DocumentType.Plan, Title = title } },
    };

    /// <summary>The fields of a form of a page, as a browser would send them.</summary>
    private async Task<Dictionary<string, string>> FormAsync(string address, string name)
    {
        using var response = await Http.GetAsync(address, Stop);
        response.EnsureSuccessStatusCode();
        return Fields(await response.Content.ReadPageAsync(), name);
    }

    private static Dictionary<string, string> Fields(string page, string name)
    {
        var form = page.Split("<form").Single(part => part.Contains($"name=\"_handler\" value=\"{name}\"", StringComparison.Ordinal)).Split("</form>")[0];
        return Regex.Matches(form, "<input[^>]*>").Select(input => input.Value).ToDictionary(input => Attribute(input, "name"), input => WebUtility.HtmlDecode(Attribute(input, "value")));
    }

    private static string Attribute(string element, string name) => Regex.Match(element, $" {name}=\"([^\"]*)\"").Groups[1].Value;

    private async Task<HttpResponseMessage> PostAsync(string address, Dictionary<string, string> form)
    {
        using var content = new FormUrlEncodedContent(form);
        return await Http.PostAsync(address, content, Stop);
    }
}
