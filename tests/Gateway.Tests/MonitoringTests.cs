using System.Net;
using System.Text.Json.Nodes;
using Fazhi.Gateway.Monitoring;
using Fazhi.Gateway.Tests.World;
using Fazhi.Search.V1;
using Fazhi.Testing;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Health.V1;
using V1 = Grpc.Reflection.V1;
using V1Alpha = Grpc.Reflection.V1Alpha;

namespace Fazhi.Gateway.Tests;

public sealed class MonitoringTests(GatewayWorld world)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Healthz_tells_the_state_of_every_service_and_of_the_index()
    {
        using var response = await world.Gateway.Http.GetAsync("/healthz", Stop);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!;
        Assert.Equal("SERVING", (string?)body["status"]);
        Assert.Equal(["plans", "probe", "reports", "search", "supervision", "units"], body["services"]!.AsObject().Select(service => service.Key));
        Assert.All(body["services"]!.AsObject(), service => Assert.Equal("SERVING", (string?)service.Value!["status"]));
        Assert.Equal(7, (int?)body["index"]!["documents"]);
        Assert.True((bool?)body["index"]!["caughtUp"]);
        Assert.Equal(75, (double?)body["index"]!["lagSeconds"]);
        Assert.Equal("running", (string?)body["index"]!["reindex"]!["state"]);
    }

    [Fact]
    public async Task Healthz_is_503_and_names_the_service_that_is_down_while_livez_stays_well()
    {
        await using var gateway = await GatewayHost.StartAsync(world.Backend.Address, $"--Fazhi:Services:Plans=http://127.0.0.1:{FreePort.Find()}");

        using var response = await gateway.Http.GetAsync("/healthz", Stop);
        using var alive = await gateway.Http.GetAsync("/livez", Stop);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        var services = JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!["services"]!;
        Assert.Equal("UNREACHABLE", (string?)services["plans"]!["status"]);
        Assert.Equal("SERVING", (string?)services["search"]!["status"]);
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }

    [Fact]
    public async Task Lag_and_the_reason_are_told_also_while_the_engine_is_away()
    {
        await using var backend = await BackendHost.StartAsync();
        await using var gateway = await GatewayHost.StartAsync(backend.Address);
        backend.Library.Index = new IndexStatus
        {
            Engine = "elasticsearch",
            CountsMissingReason = "搜索引擎没有应答",
            Feeds = { new FeedStatus { Feed = "plans", LagSeconds = 75, LastError = "搜索引擎没有应答" } },
        };

        var index = JsonNode.Parse(await gateway.Http.GetStringAsync("/healthz", Stop))!["index"]!;
        var page = await gateway.Http.GetStringAsync("/status", Stop);

        Assert.Equal(("搜索引擎没有应答", 75, true), ((string?)index["countsMissingReason"], (double?)index["lagSeconds"], (bool?)index["degraded"]));
        Assert.Null(index["documents"]);
        Assert.Contains("暂时不能统计：搜索引擎没有应答", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("1 分 15 秒", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Service_that_does_not_serve_has_the_reason_of_its_index()
    {
        ServiceState[] states = [new("plans", "SERVING", 1, ""), new("search", "NOT_SERVING", 1, "")];
        Assert.Equal(["", "搜索引擎没有应答"], ServiceHealth.Explain(states, new IndexStatus { CountsMissingReason = "搜索引擎没有应答" }).Select(state => state.Message));
        Assert.Equal(["", ""], ServiceHealth.Explain(states, null).Select(state => state.Message));
    }

    [Fact]
    public async Task Finished_rebuild_is_compared_with_nothing()
    {
        await using var backend = await BackendHost.StartAsync();
        await using var gateway = await GatewayHost.StartAsync(backend.Address);
        backend.Library.Index = new IndexStatus { Engine = "fts5", DocumentCount = 111, Reindex = new ReindexProgress { State = ReindexProgress.Types.State.Done, DocumentCount = 24 } };

        var index = JsonNode.Parse(await gateway.Http.GetStringAsync("/healthz", Stop))!["index"]!;
        var page = WebUtility.HtmlDecode(await gateway.Http.GetStringAsync("/status", Stop));

        Assert.Equal((24, (int?)null), ((int?)index["reindex"]!["documents"], (int?)index["reindex"]!["expected"]));
        Assert.Contains("24 份", page, StringComparison.Ordinal);
        Assert.DoesNotContain("24 /", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grpc_health_answers_for_the_gateway_and_for_each_service()
    {
        var health = new Health.HealthClient(world.Gateway.Channel);

        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, (await health.CheckAsync(new HealthCheckRequest(), cancellationToken: Stop)).Status);
        Assert.Equal(
            HealthCheckResponse.Types.ServingStatus.Serving,
            (await health.CheckAsync(new HealthCheckRequest { Service = "fazhi.search.v1.SearchService" }, cancellationToken: Stop)).Status);
        var unknown = await Assert.ThrowsAsync<RpcException>(async () => await health.CheckAsync(new HealthCheckRequest { Service = "nowhere" }, cancellationToken: Stop));
        Assert.Equal(StatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Grpc_health_can_be_watched()
    {
        using var watch = new Health.HealthClient(world.Gateway.Channel).Watch(new HealthCheckRequest { Service = "fazhi.plans.v1.PlanService" }, cancellationToken: Stop);

        Assert.True(await watch.ResponseStream.MoveNext(Stop).Soon());
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, watch.ResponseStream.Current.Status);
    }

    [Fact]
    public async Task Reflection_lists_the_services_of_every_area()
    {
        using var call = new V1.ServerReflection.ServerReflectionClient(world.Gateway.Channel).ServerReflectionInfo(cancellationToken: Stop);
        await call.RequestStream.WriteAsync(new V1.ServerReflectionRequest { ListServices = "" }, Stop);
        Assert.True(await call.ResponseStream.MoveNext(Stop).Soon());

        var names = call.ResponseStream.Current.ListServicesResponse.Service.Select(service => service.Name).ToList();
        foreach (var name in new[] { "fazhi.units.v1.UnitService", "fazhi.plans.v1.PlanService", "fazhi.reports.v1.ReportService", "fazhi.supervision.v1.SupervisionService", "fazhi.search.v1.SearchService", "grpc.health.v1.Health" })
            Assert.Contains(name, names);
        await call.RequestStream.CompleteAsync();
    }

    [Fact]
    public async Task Reflection_of_the_older_version_gives_the_files_of_a_symbol_with_all_they_import()
    {
        using var call = new V1Alpha.ServerReflection.ServerReflectionClient(world.Gateway.Channel).ServerReflectionInfo(cancellationToken: Stop);
        await call.RequestStream.WriteAsync(new V1Alpha.ServerReflectionRequest { FileContainingSymbol = "fazhi.search.v1.SearchService" }, Stop);
        Assert.True(await call.ResponseStream.MoveNext(Stop).Soon());

        var files = call.ResponseStream.Current.FileDescriptorResponse.FileDescriptorProto.Select(FileDescriptorProto.Parser.ParseFrom).Select(file => file.Name).ToList();
        Assert.Contains("fazhi/search/v1/search_service.proto", files);
        Assert.Contains("fazhi/documents/v1/document.proto", files);
        await call.RequestStream.CompleteAsync();
    }

    [Fact]
    public async Task Status_page_tells_people_the_same()
    {
        var page = await world.Gateway.Http.GetPageAsync("/status");

        Assert.Contains("supervision", page, StringComparison.Ordinal);
        Assert.Contains("正常", page, StringComparison.Ordinal);
        foreach (var words in new[] { "7 份文件", "SQLite FTS5", "g-12", "1 分 15 秒", "正在重建：3 / 7 份" })
            Assert.Contains(words, page, StringComparison.Ordinal);
    }
}
