using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Fazhi.Search.SavedSearches.Webhooks;
using Fazhi.Search.V1;
using Fazhi.Testing;
using Microsoft.Extensions.Configuration;
using static Fazhi.Search.Tests.Indexing.SampleRegions;
using static Fazhi.Search.Tests.Passages.ContentOf;

namespace Fazhi.Search.Tests.Service;

/// <summary>What is new is posted to web hooks, and to nowhere else.</summary>
public sealed class WebhookTests
{
    private static readonly WebhookRules NothingAllowed = new(new ConfigurationBuilder().Build());
    private static readonly string[] QuickRetries = ["--Fazhi:Search:Webhooks:FirstRetry=00:00:00.050"];

    [Fact]
    public async Task Receiver_that_fails_gets_each_match_again_until_it_takes_it_in_order_and_signed()
    {
        await using var receiver = await WebhookReceiver.StartAsync(500, 302, 204);
        await using var search = await SearchFixture.StartAsync(null, [.. QuickRetries, $"--Fazhi:Search:Webhooks:AllowedHosts:0={receiver.Host}"]);
        var saved = await CreateAsync(search, $"http://{receiver.Host}/hook");
        Assert.Equal("", saved.WebhookSecret);

        search.Services.Put(Plan("a", "要点", Wangxiu, 2024, "行政复议。"), Plan("b", "要点", Wangxiu, 2024, "行政复议。"));
        await Eventually.True(() => receiver.Posts.Count == 4);
        await Eventually.True(async () => await GetAsync(search, saved) is { WebhookWaiting: 0, WebhookError: "" });

        Assert.All(receiver.Posts, post => Assert.Equal("/hook", post.Path));
        Assert.Equal(["plans/a", "plans/a", "plans/a", "plans/b"], receiver.Posts.Select(post => DocumentOf(post.Body)));
        Assert.Equal(2, receiver.Posts.Select(post => post.Delivery).Distinct().Count());
        Assert.All(receiver.Posts, post => Assert.Equal(
            "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes("秘密"), Encoding.UTF8.GetBytes(post.Body))), post.Signature));
    }

    [Fact]
    public async Task What_waits_outlives_the_process_and_tells_what_is_wrong()
    {
        await using var receiver = await WebhookReceiver.StartAsync([.. Enumerable.Repeat(503, 3)]);
        await using var search = await SearchFixture.StartAsync(null, [.. QuickRetries, $"--Fazhi:Search:Webhooks:AllowedHosts:0={receiver.Host}"]);
        var saved = await CreateAsync(search, $"http://{receiver.Host}/");
        search.Services.Put(Plan("a", "要点", Wangxiu, 2024, "行政复议。"));
        await Eventually.True(async () => await GetAsync(search, saved) is { WebhookWaiting: 1, WebhookError: "接收方回应 503" });

        await search.StopHostAsync();
        await search.StartHostAsync();

        await Eventually.True(async () => await GetAsync(search, saved) is { WebhookWaiting: 0, WebhookError: "" });
        Assert.Equal("plans/a", DocumentOf(receiver.Posts.Last().Body));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("127.0.0.1")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("[::1]")]
    [InlineData("0.0.0.0")]
    [InlineData("[::]")]
    [InlineData("169.254.169.254")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:a9fe:a9fe]")]
    [InlineData("[fe80::1]")]
    public async Task Host_that_leads_to_an_inner_address_is_not_connected_to(string host)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var client = new WebhookClient(NothingAllowed);

        foreach (var scheme in (string[])["http", "https"])
        {
            var error = await client.PostAsync($"{scheme}://{host}:{receiver.Host.Split(':')[1]}/", "", "1", [], SearchFixture.Token);

            Assert.Contains("内部地址", error, StringComparison.Ordinal);
        }
        Assert.Empty(receiver.Posts);
    }

    [Theory]
    [InlineData("https://localhost/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://0.0.0.0/")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://10.0.0.1:8443/")]
    [InlineData("http://example.com/")]
    public void Address_that_is_seen_to_be_an_inner_one_is_refused_when_it_is_saved(string url) => Assert.Equal(
        "WEBHOOK_NOT_ALLOWED", Assert.Throws<Hosting.FazhiException>(() => NothingAllowed.Check(url, "webhook_url")).Reason);

    [Fact]
    public async Task Receiver_cannot_send_a_post_on_to_another_address()
    {
        await using var inner = await WebhookReceiver.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync(307);
        receiver.Elsewhere = $"http://{inner.Host}/";
        using var client = new WebhookClient(new WebhookRules(new ConfigurationBuilder().AddInMemoryCollection([new("Fazhi:Search:Webhooks:AllowedHosts:0", receiver.Host)]).Build()));

        var error = await client.PostAsync($"http://{receiver.Host}/", "", "1", [], SearchFixture.Token);

        Assert.Equal("接收方回应 307", error);
        Assert.Single(receiver.Posts);
        Assert.Empty(inner.Posts);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2400:3200::1", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("ff02::1", false)]
    public void Only_public_addresses_are_public(string address, bool expected) => Assert.Equal(expected, PublicAddresses.Contains(IPAddress.Parse(address)));

    private static async Task<SavedSearch> CreateAsync(SearchFixture search, string url) => await search.Saved.CreateSavedSearchAsync(
        new CreateSavedSearchRequest
        {
            SavedSearch = new SavedSearch { Title = "复议", Search = new SearchRequest { Query = "行政复议" }, WebhookUrl = url, WebhookSecret = "秘密" },
        },
        cancellationToken: SearchFixture.Token);

    private static async Task<SavedSearch> GetAsync(SearchFixture search, SavedSearch saved) =>
        await search.Saved.GetSavedSearchAsync(new GetSavedSearchRequest { Name = saved.Name }, cancellationToken: SearchFixture.Token);

    private static string? DocumentOf(string body) =>
        JsonDocument.Parse(body).RootElement.GetProperty("match").GetProperty("result").GetProperty("document").GetProperty("name").GetString();
}
