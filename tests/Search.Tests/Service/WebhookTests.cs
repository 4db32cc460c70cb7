using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Fazhi.Search.SavedSearches.Webhooks;
using Fazhi.Search.V1;
using Fazhi.Testing;
using static Fazhi.Search.Tests.Indexing.SampleRegions;
using static Fazhi.Search.Tests.Passages.ContentOf;

namespace Fazhi.Search.Tests.Service;

/// <summary>What is new is posted to web hooks, and to nowhere else.</summary>
public sealed class WebhookTests
{
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

    [Fact]
    public async Task Name_that_leads_to_an_inner_address_is_not_connected_to()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var client = new WebhookClient(new WebhookRules(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build()));

        var error = await client.PostAsync($"https://localhost:{receiver.Host.Split(':')[1]}/", "", "1", [], SearchFixture.Token);

        Assert.Contains("内部地址", error, StringComparison.Ordinal);
        Assert.Empty(receiver.Posts);
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
