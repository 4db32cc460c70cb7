using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Fazhi.Gateway.Tests.Probe;
using Fazhi.Gateway.Tests.World;
using Fazhi.Testing;
using FsCheck;
using FsCheck.Fluent;
using Google.Rpc;

namespace Fazhi.Gateway.Tests;

/// <summary>The Connect protocol's unary JSON form, for curl, scripts and browsers.</summary>
public sealed class ConnectJsonTests(GatewayWorld world)
{
    private const string Service = "/fazhi.probe.v1.ProbeService/";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("application/json", null, "1.1")]
    [InlineData("application/json", "1", "2.0")]
    [InlineData("application/json; charset=utf-8", null, "1.1")]
    [InlineData("application/json;charset=\"UTF-8\"", "1", "1.1")]
    [InlineData("Application/JSON", null, "2.0")]
    public async Task Unary_method_answers_json(string contentType, string? protocolVersion, string httpVersion)
    {
        using var request = Request("Echo", """{"text":"行政复议","bigNumber":"9007199254740993","colour":"COLOUR_RED","wait":"1.5s","inner":{"text":"<b>"}}""", contentType);
        request.Version = Version.Parse(httpVersion);
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        if (protocolVersion is not null)
            request.Headers.Add("Connect-Protocol-Version", protocolVersion);

        using var response = await world.Gateway.Http.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
        var echoed = (await BodyOf(response))["request"]!;
        Assert.Equal("行政复议", (string?)echoed["text"]);
        Assert.Equal("9007199254740993", (string?)echoed["bigNumber"]);
        Assert.Equal("COLOUR_RED", (string?)echoed["colour"]);
        Assert.Equal("1.500s", (string?)echoed["wait"]);
        Assert.Equal("<b>", (string?)echoed["inner"]!["text"]);
    }

    [Fact]
    public async Task Names_of_the_proto_file_are_understood_too_and_defaults_are_left_out()
    {
        using var response = await PostAsync("Echo", """{"big_number":5,"padding":0}""");

        Assert.Equal("""{"bigNumber":"5"}""", (await BodyOf(response))["request"]!.ToJsonString());
    }

    [Fact]
    public async Task Initial_metadata_comes_as_headers_and_trailing_metadata_as_trailer_headers()
    {
        using var response = await PostAsync("Echo", "{}");

        Assert.Equal("first", response.Headers.GetValues("x-fazhi-initial").Single());
        Assert.Equal("last", response.Headers.GetValues("Trailer-x-fazhi-trailing").Single());
        Assert.Equal("AQIDBA", response.Headers.GetValues("Trailer-x-fazhi-trailing-bin").Single());
        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("grpc-", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Listed_headers_become_metadata_and_no_others()
    {
        using var request = Request("Echo", "{}");
        request.Headers.Add("X-Fazhi-User", "jia");
        request.Headers.Add("X-Fazhi-Key-Bin", "AP8");
        request.Headers.Add("X-Request-Id", "r1");
        request.Headers.Add("Authorization", "Bearer t");
        request.Headers.Add("Cookie", "secret=1");
        request.Headers.Add("X-Other", "no");

        using var response = await world.Gateway.Http.SendAsync(request, Stop);

        var metadata = (await BodyOf(response))["metadata"]!.AsObject();
        Assert.Equal("jia", (string?)metadata["x-fazhi-user"]);
        Assert.Equal("AP8=", (string?)metadata["x-fazhi-key-bin"]);
        Assert.Equal("r1", (string?)metadata["x-request-id"]);
        Assert.Equal("Bearer t", (string?)metadata["authorization"]);
        Assert.False(metadata.ContainsKey("cookie"));
        Assert.False(metadata.ContainsKey("x-other"));
    }

    public static TheoryData<int, string, int> Codes => new()
    {
        { 1, "canceled", 499 }, { 2, "unknown", 500 }, { 3, "invalid_argument", 400 }, { 4, "deadline_exceeded", 504 }, { 5, "not_found", 404 },
        { 6, "already_exists", 409 }, { 7, "permission_denied", 403 }, { 8, "resource_exhausted", 429 }, { 9, "failed_precondition", 400 },
        { 10, "aborted", 409 }, { 11, "out_of_range", 400 }, { 12, "unimplemented", 501 }, { 13, "internal", 500 }, { 14, "unavailable", 503 },
        { 15, "data_loss", 500 }, { 16, "unauthenticated", 401 },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Error_keeps_its_code_message_details_and_trailers(int code, string name, int httpStatus)
    {
        using var response = await PostAsync("Fail", $$"""{"code":{{code}},"message":"第 3 行有误","withDetails":true}""");

        Assert.Equal(httpStatus, (int)response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("with error", response.Headers.GetValues("Trailer-x-fazhi-trailing").Single());
        var error = await BodyOf(response);
        Assert.Equal(name, (string?)error["code"]);
        Assert.Equal("第 3 行有误", (string?)error["message"]);
        var details = error["details"]!.AsArray();
        Assert.Equal(["google.rpc.ErrorInfo", "google.rpc.BadRequest", "unknown.Type"], details.Select(detail => (string?)detail!["type"]));
        Assert.Equal("PROBED", ErrorInfo.Parser.ParseFrom(Unpadded((string)details[0]!["value"]!)).Reason);
        Assert.Equal("PROBED", (string?)details[0]!["debug"]!["reason"]);
        Assert.Equal("text", (string?)details[1]!["debug"]!["fieldViolations"]![0]!["field"]);
        Assert.Equal("AQID", (string?)details[2]!["value"]);
        Assert.Null(details[2]!["debug"]);
    }

    [Fact]
    public async Task Error_without_details_has_none()
    {
        using var response = await PostAsync("Fail", """{"code":5,"message":"没有"}""");

        Assert.Equal("""{"code":"not_found","message":"没有"}""", await response.Content.ReadAsStringAsync(Stop));
    }

    public static TheoryData<string, string> Malformed => new()
    {
        { "", "空" }, { "{", "JSON" }, { "nonsense", "JSON" }, { "[]", "JSON" }, { """{"text":5}""", "JSON" }, { """{"bigNumber":"many"}""", "JSON" },
        { """{"colour":"COLOUR_BLUE"}""", "COLOUR_BLUE" }, { """{"nosuch":1}""", "nosuch" }, { """{"inner":{"nosuch":1}}""", "nosuch" }, { """{"text":"a"} trailing""", "JSON" },
        { """{"wait":"soon"}""", "JSON" }, { """{"padding":99999999999}""", "JSON" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task Malformed_request_is_an_invalid_argument_that_says_what_is_wrong(string json, string named)
    {
        using var response = await PostAsync("Echo", json);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = await BodyOf(response);
        Assert.Equal("invalid_argument", (string?)error["code"]);
        Assert.Contains(named, (string)error["message"]!, StringComparison.Ordinal);
        Assert.Equal("google.rpc.BadRequest", (string?)error["details"]![1]!["type"]);
    }

    [Fact]
    public async Task Invalid_utf8_is_an_invalid_argument()
    {
        using var request = Request("Echo", "");
        request.Content = new ByteArrayContent([.. "{\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        request.Content.Headers.ContentType = new("application/json");

        using var response = await world.Gateway.Http.SendAsync(request, Stop);

        Assert.Equal("MALFORMED_JSON", await ReasonOf(response, HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task Nesting_beyond_the_limit_is_refused()
    {
        using var response = await PostAsync("Echo", string.Concat(Enumerable.Repeat("{\"inner\":", 5000)) + "{}" + new string('}', 5000));

        Assert.Equal("MALFORMED_JSON", await ReasonOf(response, HttpStatusCode.BadRequest));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_beyond_the_limit_is_resource_exhausted(bool announced)
    {
        using var request = Request("Echo", $$"""{"text":"{{new string('x', 5 * 1024 * 1024)}}"}""");
        request.Headers.TransferEncodingChunked = !announced;

        using var response = await world.Gateway.Http.SendAsync(request, Stop);

        Assert.Equal("REQUEST_TOO_LARGE", await ReasonOf(response, HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Reply_of_several_MiB_comes_whole()
    {
        using var response = await PostAsync("Echo", """{"padding":8000000}""");

        Assert.Equal(8_000_000, ((string)(await BodyOf(response))["padding"]!).Length);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=gb18030")]
    [InlineData("application/grpc-web")]
    [InlineData("application/connect+json")]
    public async Task Other_content_types_are_unsupported(string contentType)
    {
        using var response = await PostAsync("Echo", "{}", contentType);

        Assert.Equal("UNSUPPORTED_MEDIA_TYPE", await ReasonOf(response, HttpStatusCode.UnsupportedMediaType));
        Assert.Contains("application/json", response.Headers.GetValues("Accept-Post").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Only_post_calls_a_method(string verb)
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(verb), Service + "Echo");

        using var response = await world.Gateway.Http.SendAsync(request, Stop);

        Assert.Equal("METHOD_NOT_ALLOWED", await ReasonOf(response, HttpStatusCode.MethodNotAllowed));
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/fazhi.probe.v1.ProbeService/NoSuchMethod")]
    [InlineData("/fazhi.probe.v1.NoSuchService/Echo")]
    [InlineData("/fazhi.probe.v1.ProbeService")]
    [InlineData("/fazhi.probe.v1.ProbeService/Echo/more")]
    public async Task Unknown_method_is_404_and_unimplemented(string path)
    {
        using var response = await world.Gateway.Http.PostAsync(path, new StringContent("{}", Encoding.UTF8, "application/json"), Stop);

        Assert.Equal("NO_SUCH_METHOD", await ReasonOf(response, HttpStatusCode.NotFound));
    }

    [Theory]
    [InlineData("Collect")]
    [InlineData("Count")]
    [InlineData("Chat")]
    public async Task Streaming_method_says_that_it_needs_grpc(string method)
    {
        using var response = await PostAsync(method, "{}");

        Assert.Equal("STREAMING_NEEDS_GRPC", await ReasonOf(response, HttpStatusCode.NotImplemented));
    }

    [Theory]
    [InlineData("Connect-Protocol-Version", "2", "UNSUPPORTED_PROTOCOL_VERSION", 400)]
    [InlineData("Connect-Timeout-Ms", "soon", "MALFORMED_TIMEOUT", 400)]
    [InlineData("Connect-Timeout-Ms", "-1", "MALFORMED_TIMEOUT", 400)]
    [InlineData("Connect-Timeout-Ms", "12345678901", "MALFORMED_TIMEOUT", 400)]
    [InlineData("Sec-Fetch-Site", "cross-site", "CROSS_SITE", 403)]
    public async Task Wrong_header_is_refused(string header, string value, string reason, int status)
    {
        using var request = Request("Echo", "{}");
        request.Headers.Add(header, value);

        using var response = await world.Gateway.Http.SendAsync(request, Stop);

        Assert.Equal(reason, await ReasonOf(response, (HttpStatusCode)status));
    }

    [Fact]
    public async Task Compressed_body_is_refused_with_what_is_supported()
    {
        using var request = Request("Echo", "{}");
        request.Content!.Headers.ContentEncoding.Add("gzip");

        using var response = await world.Gateway.Http.SendAsync(request, Stop);

        Assert.Equal("UNSUPPORTED_ENCODING", await ReasonOf(response, HttpStatusCode.NotImplemented));
    }

    [Fact]
    public async Task Timeout_becomes_the_deadline_of_the_call()
    {
        using var request = Request("Echo", "{}");
        request.Headers.Add("Connect-Timeout-Ms", "30000");
        using var response = await world.Gateway.Http.SendAsync(request, Stop);
        using var hanging = Request("Hang", """{"text":"json deadline"}""");
        hanging.Headers.Add("Connect-Timeout-Ms", "200");
        using var late = await world.Gateway.Http.SendAsync(hanging, Stop);

        Assert.InRange(long.Parse((string)(await BodyOf(response))["deadlineMs"]!), 10_000, 30_000);
        Assert.Equal(HttpStatusCode.GatewayTimeout, late.StatusCode);
        Assert.Equal("deadline_exceeded", (string?)(await BodyOf(late))["code"]);
        await ProbeBackend.EndOf("json deadline").Soon();
    }

    [Fact]
    public async Task Client_that_leaves_cancels_the_call()
    {
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        using var request = Request("Hang", """{"text":"json abort"}""");
        var call = world.Gateway.Http.SendAsync(request, leave.Token);

        leave.CancelAfter(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await ProbeBackend.EndOf("json abort").Soon();
    }

    [Fact]
    public async Task Service_that_is_down_is_unavailable_in_our_words()
    {
        await using var gateway = await GatewayHost.StartAsync(new Uri($"http://127.0.0.1:{FreePort.Find()}"));

        using var response = await gateway.Http.SendAsync(Request("Echo", "{}"), Stop);

        Assert.Equal("SERVICE_UNAVAILABLE", await ReasonOf(response, HttpStatusCode.ServiceUnavailable));
        var body = await response.Content.ReadAsStringAsync(Stop);
        Assert.Contains("probe 服务暂时无法连接", body, StringComparison.Ordinal);
        Assert.Contains("google.rpc.RetryInfo", body, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_sent_never_breaks_the_gateway()
    {
        var pieces = Gen.Elements("{", "}", "[", "]", ":", ",", "\"text\"", "\"inner\"", "\"wait\"", "\"colour\"", "null", "true", "1", "-", "1e999", "\"\\u0000\"", "\"\\ud800\"", "\"", "\\", " ", "\t");
        Prop.ForAll(pieces.ListOf().Select(string.Concat).ToArbitrary(), json =>
        {
            using var response = PostAsync("Echo", json).GetAwaiter().GetResult();
            return response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest;
        }).QuickCheckThrowOnFailure();
    }

    private static HttpRequestMessage Request(string method, string json, string contentType = "application/json")
        => new(HttpMethod.Post, Service + method) { Content = new StringContent(json, Encoding.UTF8) { Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType) } } };

    private async Task<HttpResponseMessage> PostAsync(string method, string json, string contentType = "application/json")
    {
        using var request = Request(method, json, contentType);
        return await world.Gateway.Http.SendAsync(request, Stop);
    }

    private static async Task<JsonNode> BodyOf(HttpResponseMessage response)
        => JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!;

    private static async Task<string> ReasonOf(HttpResponseMessage response, HttpStatusCode expected)
    {
        Assert.Equal(expected, response.StatusCode);
        var error = await BodyOf(response);
        var info = error["details"]!.AsArray().First(detail => (string?)detail!["type"] == "google.rpc.ErrorInfo");
        return (string)info!["debug"]!["reason"]!;
    }

    private static byte[] Unpadded(string base64) => Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='));
}
