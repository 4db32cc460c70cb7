using System.Collections.Specialized;
using Fazhi.PackageGaps.Tests.Fakes;

namespace Fazhi.PackageGaps.Tests.Requests;

public sealed class HeaderTests
{
    [Fact]
    public async Task A_request_names_the_media_type_of_version_8()
    {
        await using var node = await FakeNode.StartAsync();
        await Client.Of(node).PostAsync<VoidResponse>("/x/_search", PostData.String("{}"));

        var request = node.Requests.Single();
        Assert.Equal("application/vnd.elasticsearch+json;compatible-with=8", WithoutBlanks(request.Headers.Accept));
        Assert.Equal("application/vnd.elasticsearch+json;compatible-with=8", WithoutBlanks(request.Headers.ContentType));
        Assert.StartsWith("elasticsearch-net/8.19", request.Headers.UserAgent.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_are_named_as_lines()
    {
        await using var node = await FakeNode.StartAsync();
        await Client.Of(node).PostAsync<VoidResponse>("/_bulk", PostData.MultiJson(["{}"]));

        Assert.Equal("application/vnd.elasticsearch+x-ndjson;compatible-with=8", WithoutBlanks(node.Requests.Single().Headers.ContentType));
    }

    [Fact]
    public async Task The_callers_own_types_and_headers_are_kept()
    {
        await using var node = await FakeNode.StartAsync(FakeNode.Json("text", mediaType: "text/plain"));
        var response = await Client.Of(node).RequestAsync<StringResponse>(
            HttpMethod.POST,
            "/_bulk",
            PostData.Bytes("{}\n"u8.ToArray()),
            new RequestConfiguration
            {
                Accept = "text/plain",
                ContentType = "application/vnd.elasticsearch+x-ndjson; compatible-with=8",
                OpaqueId = "import-7",
                Headers = new NameValueCollection { ["X-One"] = "1", ["traceparent"] = "00-11111111111111111111111111111111-2222222222222222-01" },
            });

        var headers = node.Requests.Single().Headers;
        Assert.Equal("text/plain", headers.Accept);
        Assert.Equal("application/vnd.elasticsearch+x-ndjson; compatible-with=8", headers.ContentType);
        Assert.Equal("import-7", headers["X-Opaque-Id"]);
        Assert.Equal("1", headers["X-One"]);
        Assert.Equal("00-11111111111111111111111111111111-2222222222222222-01", headers.TraceParent);
        Assert.Equal("text", response.Body);
    }

    public static TheoryData<AuthorizationHeader, string> Credentials => new()
    {
        { new ApiKey("aWQ6a2V5"), "ApiKey aWQ6a2V5" },
        { new Base64ApiKey("id", "key"), "ApiKey aWQ6a2V5" },
        { new Base64ApiKey("aWQ6a2V5"), "ApiKey aWQ6a2V5" },
        { new BasicAuthentication("user", "密码"), "Basic dXNlcjrlr4bnoIE=" },
    };

    [Theory]
    [MemberData(nameof(Credentials))]
    public async Task Credentials_are_sent_with_requests_and_pings(AuthorizationHeader credentials, string header)
    {
        await using var node = await FakeNode.StartAsync();
        var answered = new List<string?>();
        node.Answer = context =>
        {
            answered.Add(context.Request.Headers.Authorization);
            return FakeNode.Json("{}")(context);
        };

        await Client.Of([node], settings => settings.Authentication(credentials)).GetAsync<VoidResponse>("/x");

        Assert.Equal([header, header], answered);
    }

    [Fact]
    public async Task Credentials_of_the_address_go_before_those_of_the_settings_and_a_header_of_the_request_before_both()
    {
        await using var node = await FakeNode.StartAsync();
        var address = new UriBuilder(node.Address) { UserName = "address", Password = "p%40ss" }.Uri;
        var transport = Client.Of(new SingleNodePool(address), settings => settings.Authentication(new ApiKey("settings")));

        await transport.GetAsync<VoidResponse>("/a");
        await transport.RequestAsync<VoidResponse>(
            HttpMethod.GET, "/b", null, new RequestConfiguration { Headers = new NameValueCollection { ["Authorization"] = "Bearer request" } });

        Assert.Equal(["Basic YWRkcmVzczpwQHNz", "Bearer request"], node.Requests.Select(request => request.Headers.Authorization.ToString()));
    }

    [Theory]
    [InlineData("/tasks/_doc/a%2Fb?routing=1", "")]
    [InlineData("tasks/_doc/a%2Fb?routing=1", "")]
    [InlineData("tasks/_doc/a%2Fb?routing=1", "/behind/a/proxy")]
    public async Task The_path_stands_below_the_nodes_address(string path, string prefix)
    {
        await using var node = await FakeNode.StartAsync();
        await Client.Of(new SingleNodePool(new Uri(node.Address, prefix))).GetAsync<VoidResponse>(path);

        Assert.Equal($"{prefix}/tasks/_doc/a%2Fb?routing=1", node.Requests.Single().Path);
    }

    private static string WithoutBlanks(string? header) => (header ?? "").Replace(" ", "", StringComparison.Ordinal);
}
