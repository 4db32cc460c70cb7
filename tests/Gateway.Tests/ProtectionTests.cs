using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Fazhi.Gateway.Tests.World;
using Fazhi.Probe.V1;
using Google.Rpc;
using Grpc.Core;

namespace Fazhi.Gateway.Tests;

public sealed class ProtectionTests(GatewayWorld world)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("[::1]", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.BadRequest)]
    public async Task Foreign_host_names_are_refused(string host, HttpStatusCode expected)
        => Assert.Equal(expected, await StatusForHostAsync(world.Gateway, host));

    [Fact]
    public async Task Host_names_can_be_set()
    {
        await using var gateway = await GatewayHost.StartAsync(world.Backend.Address, "--AllowedHosts=fazhi.example;*.region.example");

        Assert.Equal(HttpStatusCode.OK, await StatusForHostAsync(gateway, "fazhi.example"));
        Assert.Equal(HttpStatusCode.OK, await StatusForHostAsync(gateway, "a.region.example"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusForHostAsync(gateway, "localhost"));
    }

    [Fact]
    public async Task Too_many_requests_are_refused_in_the_form_of_each_caller()
    {
        await using var gateway = await GatewayHost.StartAsync(world.Backend.Address, "--Fazhi:Gateway:LoopbackRequestsPerSecond=1", "--Fazhi:Gateway:LoopbackRequestBurst=2");
        await UntilLimitedAsync(gateway);

        using var json = await gateway.Http.PostAsync("/fazhi.probe.v1.ProbeService/Echo", new StringContent("{}", Encoding.UTF8, "application/json"), Stop);
        var error = await Assert.ThrowsAsync<RpcException>(async () => await gateway.Probe.EchoAsync(new EchoRequest(), cancellationToken: Stop));
        using var page = await gateway.Http.GetAsync("/", Stop);

        Assert.Equal(HttpStatusCode.TooManyRequests, json.StatusCode);
        var body = JsonNode.Parse(await json.Content.ReadAsStringAsync(Stop))!;
        Assert.Equal("resource_exhausted", (string?)body["code"]);
        Assert.Contains(body["details"]!.AsArray(), detail => (string?)detail!["type"] == "google.rpc.RetryInfo");
        Assert.Equal(StatusCode.ResourceExhausted, error.StatusCode);
        Assert.True(error.GetRpcStatus()!.GetDetail<RetryInfo>()!.RetryDelay.ToTimeSpan() > TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.TooManyRequests, page.StatusCode);
        Assert.Contains("请求过于频繁", await page.Content.ReadPageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_under_way_are_limited_in_all()
    {
        await using var gateway = await GatewayHost.StartAsync(world.Backend.Address, "--Fazhi:Gateway:MaxConcurrentRequests=1");
        using var open = gateway.Probe.Count(new CountRequest { Count = -31 }, cancellationToken: Stop);
        Assert.True(await open.ResponseStream.MoveNext(Stop).Soon());

        var error = await Assert.ThrowsAsync<RpcException>(async () => await gateway.Probe.EchoAsync(new EchoRequest(), cancellationToken: Stop));

        Assert.Equal(StatusCode.ResourceExhausted, error.StatusCode);
    }

    [Fact]
    public async Task Headers_beyond_the_limit_are_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/livez");
        request.Headers.Add("X-Large", new string('x', 40_000));

        using var response = await world.Gateway.Http.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Headers_that_never_end_are_cut_off()
    {
        await using var gateway = await GatewayHost.StartAsync(world.Backend.Address, "--Fazhi:Gateway:HeadersTimeout=00:00:01");
        await using var connection = await gateway.ConnectAsync();

        await connection.WriteAsync("GET /livez HTTP/1.1\r\nHost: localhost\r\nX-Slow: "u8.ToArray(), Stop);

        var answer = await new StreamReader(connection).ReadToEndAsync(Stop).Soon();
        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 408", StringComparison.Ordinal), answer);
    }

    [Fact]
    public async Task Other_sites_get_no_permission_to_call()
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/fazhi.probe.v1.ProbeService/Echo");
        preflight.Headers.Add("Origin", "https://evil.example");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type");

        using var response = await world.Gateway.Http.SendAsync(preflight, Stop);

        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        Assert.False(response.IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/nowhere", true)]
    [InlineData("/livez", false)]
    [InlineData("/assets/app.css", false)]
    [InlineData("/fazhi.probe.v1.ProbeService/Nothing", false)]
    public async Task Headers_of_a_page_are_on_pages_alone_and_types_are_never_guessed(string address, bool page)
    {
        using var response = await world.Gateway.Http.GetAsync(address, Stop);

        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(page, response.Headers.Contains("Content-Security-Policy"));
        Assert.Equal(page, response.Headers.Contains("X-Frame-Options"));
    }

    [Fact]
    public async Task Missing_address_of_a_service_is_said_at_the_start()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await GatewayHost.StartAsync(world.Backend.Address, "--Fazhi:Services:Plans=nonsense"));

        Assert.Contains("Fazhi:Services:Plans", error.Message, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusForHostAsync(GatewayHost gateway, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/livez") { Headers = { Host = host } };
        using var response = await gateway.Http.SendAsync(request, Stop);
        return response.StatusCode;
    }

    private static async Task UntilLimitedAsync(GatewayHost gateway)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            using var response = await gateway.Http.GetAsync("/livez", Stop);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
                return;
        }

        Assert.Fail("A hundred requests in a row passed a limit of two.");
    }
}
