using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fazhi.EndToEnd.Tests.Importing;
using Fazhi.EndToEnd.Tests.Platform;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Grpc.Reflection.V1Alpha;

namespace Fazhi.EndToEnd.Tests.Lifecycle;

/// <summary>What operators and grpcurl-style clients ask every host.</summary>
public sealed class HealthTests(EmptyPlatform fixture) : IClassFixture<EmptyPlatform>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private RunningPlatform Platform => fixture.Platform;

    [Theory]
    [InlineData("units", "", "fazhi.units.v1.UnitService")]
    [InlineData("plans", "", "fazhi.plans.v1.PlanService")]
    [InlineData("reports", "", "fazhi.reports.v1.ReportService")]
    [InlineData("supervision", "", "fazhi.supervision.v1.SupervisionService")]
    [InlineData("search", "", "fazhi.search.v1.SearchService")]
    [InlineData("gateway", "", "fazhi.plans.v1.PlanService")]
    public async Task Host_answers_the_health_protocol_on_its_own_port(string name, params string[] services)
    {
        using var channel = ChannelTo(name);
        foreach (var service in services)
        {
            var answer = await new Health.HealthClient(channel).CheckAsync(new HealthCheckRequest { Service = service }, cancellationToken: Cancellation);
            Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, answer.Status);
        }
    }

    [Theory]
    [InlineData("units", "fazhi.units.v1.UnitService")]
    [InlineData("plans", "fazhi.plans.v1.PlanService")]
    [InlineData("reports", "fazhi.reports.v1.ReportService")]
    [InlineData("supervision", "fazhi.supervision.v1.SupervisionService")]
    [InlineData("search", "fazhi.search.v1.SearchService")]
    [InlineData("gateway", "fazhi.units.v1.UnitService")]
    [InlineData("gateway", "fazhi.plans.v1.PlanService")]
    [InlineData("gateway", "fazhi.reports.v1.ReportService")]
    [InlineData("gateway", "fazhi.supervision.v1.SupervisionService")]
    [InlineData("gateway", "fazhi.search.v1.SearchService")]
    public async Task Host_lists_and_describes_its_services_by_reflection(string name, string service)
    {
        using var channel = ChannelTo(name);
        using var call = new ServerReflection.ServerReflectionClient(channel).ServerReflectionInfo(cancellationToken: Cancellation);
        await call.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" }, Cancellation);
        Assert.True(await call.ResponseStream.MoveNext(Cancellation));
        Assert.Contains(service, call.ResponseStream.Current.ListServicesResponse.Service.Select(entry => entry.Name));

        await call.RequestStream.WriteAsync(new ServerReflectionRequest { FileContainingSymbol = service }, Cancellation);
        Assert.True(await call.ResponseStream.MoveNext(Cancellation));
        Assert.NotEmpty(call.ResponseStream.Current.FileDescriptorResponse.FileDescriptorProto);
        await call.RequestStream.CompleteAsync();
    }

    [Theory]
    [InlineData("units", LinuxProcess.Kill)]
    [InlineData("plans", LinuxProcess.Kill)]
    [InlineData("reports", LinuxProcess.Kill)]
    [InlineData("supervision", LinuxProcess.Kill)]
    [InlineData("search", LinuxProcess.Kill)]
    [InlineData("search", LinuxProcess.Stop)]
    public async Task Gateway_reports_a_killed_or_hanging_service_until_it_is_back(string name, int signal)
    {
        await WaitForHealthAsync(HttpStatusCode.OK, name);
        var lost = Platform.Host.Hosts[name];
        LinuxProcess.Signal(lost.Id, signal);
        try
        {
            await WaitForHealthAsync(HttpStatusCode.ServiceUnavailable, name);
        }
        finally
        {
            // One that hangs is not started again before it has ended.
            if (signal == LinuxProcess.Stop)
                lost.Kill();
        }
        await WaitForHealthAsync(HttpStatusCode.OK, name);
        Assert.NotEqual(lost.Id, Platform.Host.Hosts[name].Id);
    }

    [Theory]
    [InlineData("plans")]
    [InlineData("units")]
    public async Task Lag_of_the_index_behind_a_service_that_is_away_is_told_with_the_reason_until_it_is_back(string name)
    {
        await WaitForHealthAsync(HttpStatusCode.OK, name);
        await WaitForIndexAsync(index => index.GetProperty("caughtUp").GetBoolean() && LagOf(index) == 0);
        // Nobody starts it again before the test has seen what it wants to see.
        LinuxProcess.Signal(Platform.Host.Id, LinuxProcess.Stop);
        try
        {
            Platform.Host.Hosts[name].Kill();
            var away = await WaitForIndexAsync(index => FeedOf(index, name) is var feed && !feed.GetProperty("connected").GetBoolean() && feed.GetProperty("lastError").GetString() != "");
            var later = await WaitForIndexAsync(index => LagOf(index) > LagOf(away));

            Assert.False(later.GetProperty("caughtUp").GetBoolean());
            Assert.Equal(LagOf(FeedOf(later, name)), LagOf(later));
            Assert.All(later.GetProperty("feeds").EnumerateObject().Where(feed => feed.Name != name), feed => Assert.Equal(0, LagOf(feed.Value)));
            var status = await Platform.Client.Search.GetIndexStatusAsync(new(), cancellationToken: Cancellation);
            Assert.Equal([name], status.Feeds.Where(feed => feed is { Connected: false, CaughtUp: false, LagSeconds: > 0, LastError.Length: > 0 }).Select(feed => feed.Feed));
            await WaitForHealthAsync(HttpStatusCode.ServiceUnavailable, name);
        }
        finally
        {
            LinuxProcess.Signal(Platform.Host.Id, LinuxProcess.Continue);
        }
        await WaitForHealthAsync(HttpStatusCode.OK, name);
        await WaitForIndexAsync(index => index.GetProperty("caughtUp").GetBoolean() && LagOf(index) == 0 && FeedOf(index, name).GetProperty("lastError").GetString() == "");
    }

    private static JsonElement FeedOf(JsonElement index, string name) => index.GetProperty("feeds").GetProperty(name);

    private static double LagOf(JsonElement indexOrFeed) => indexOrFeed.GetProperty("lagSeconds").GetDouble();

    /// <summary>Waits until <c>/healthz</c> tells this of the index; returns what it told.</summary>
    private async Task<JsonElement> WaitForIndexAsync(Func<JsonElement, bool> told)
    {
        var index = default(JsonElement);
        await Wait.UntilAsync(
            TimeSpan.FromSeconds(30),
            async () =>
            {
                using var answer = await Platform.Http.GetAsync(new Uri("/healthz", UriKind.Relative), Cancellation);
                index = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("index");
                return index.ValueKind == JsonValueKind.Object && told(index) ? null : index.ToString();
            },
            Cancellation);
        return index;
    }

    private Task WaitForHealthAsync(HttpStatusCode expected, string name) => Wait.UntilAsync(
        TimeSpan.FromSeconds(30),
        async () =>
        {
            using var answer = await Platform.Http.GetAsync(new Uri("/healthz", UriKind.Relative), Cancellation);
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
            var serving = body.GetProperty("services").GetProperty(name).GetProperty("status").GetString() == "SERVING";
            return answer.StatusCode == expected && serving == (expected == HttpStatusCode.OK) ? null : $"{(int)answer.StatusCode} {body}";
        },
        Cancellation);

    private GrpcChannel ChannelTo(string name) =>
        GrpcChannel.ForAddress(name == "gateway" ? Platform.Host.Address : Platform.Host.Hosts[name].Address);
}
