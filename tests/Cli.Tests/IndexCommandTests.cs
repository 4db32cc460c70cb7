using Fazhi.Cli.Tests.Platform;
using Fazhi.Hosting;
using Fazhi.Search.V1;
using Grpc.Core;
using static Fazhi.Search.V1.ReindexProgress.Types;

namespace Fazhi.Cli.Tests;

public sealed class IndexCommandTests(FakePlatform platform) : IClassFixture<FakePlatform>
{
    [Fact]
    public async Task Status_tells_what_the_index_holds_and_how_far_it_is()
    {
        Tell(new IndexStatus
        {
            Engine = "fts5",
            DocumentCount = 19,
            PassageCount = 300,
            Feeds = { new FeedStatus { Feed = "plans", Connected = true, CaughtUp = true }, new FeedStatus { Feed = "reports", LagSeconds = 2.5, LastError = "没有连接" } },
            Reindex = new ReindexProgress { State = State.Running, DocumentCount = 3, ExpectedCount = 19 },
        });
        var run = await platform.RunAsync("index", "status");
        foreach (var part in new[] { "19 份文件，300 个段落", "重建：进行中，3/19 份文件", "引擎 fts5", "已同步", "正在同步，落后 2.5 秒：没有连接" })
            Assert.Contains(part, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Engine_that_is_away_is_named_beside_the_lag()
    {
        Tell(new IndexStatus { Engine = "elasticsearch", CountsMissingReason = "搜索引擎没有应答", Feeds = { new FeedStatus { Feed = "plans", LagSeconds = 75 } } });
        var index = await platform.RunAsync("index", "status");
        Assert.Contains("内容暂时不能统计：搜索引擎没有应答", index.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("0 份文件", index.Output, StringComparison.Ordinal);
        var all = await platform.RunAsync("status");
        Assert.Matches("（search）.*不可用.*搜索引擎没有应答", all.Output);
        foreach (var run in new[] { index, all })
            Assert.Contains("落后 75 秒", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_that_differs_from_the_stores_has_an_exit_code_of_its_own_and_a_list()
    {
        var plans = new FeedVerification { Feed = "plans", StoreCount = 9, IndexCount = 8, StoreHash = "a", IndexHash = "b", Missing = { "plans/x" } };
        var reports = new FeedVerification { Feed = "reports", StoreCount = 5, IndexCount = 5, StoreHash = "c", IndexHash = "c" };
        platform.Search.Answer = () => new VerifyIndexResponse { Feeds = { plans, reports } };
        foreach (var arguments in new[] { new[] { "index", "verify" }, ["index", "verify", "--json"] })
        {
            var run = await platform.RunAsync(arguments);
            Assert.Equal(ExitCode.Different, run.Code);
            Assert.Contains("plans/x", run.Output, StringComparison.Ordinal);
        }
        var shown = (await platform.RunAsync("index", "verify")).Output;
        Assert.Matches(@"计划（plans）\s+9\s+8\s+不一致", shown);
        Assert.Matches(@"年度报告（reports）\s+5\s+5\s+一致", shown);
        Assert.Contains("计划：索引缺少", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_that_equals_the_stores_is_a_success()
    {
        platform.Search.Answer = () => new VerifyIndexResponse { Equal = true };
        var run = await platform.RunAsync("index", "verify");
        Assert.Equal(0, run.Code);
        Assert.Contains("索引与数据一致", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rebuilding_waits_until_the_new_index_is_in_use()
    {
        platform.Search.Answer = () => new ReindexResponse { Progress = Progress(State.Running) };
        Tell(Progress(State.Running), Progress(State.Done));
        var run = await platform.RunAsync("index", "rebuild", "--restart");
        Assert.Equal((0, "重建：完成，新索引有 19 份文件\n"), (run.Code, run.Output));
        Assert.True(((ReindexRequest)platform.Search.Asked!).Restart);
    }

    [Fact]
    public async Task Rebuilding_need_not_be_waited_for()
    {
        platform.Search.Answer = () => new ReindexResponse { Progress = Progress(State.Running) };
        Assert.Equal("重建：进行中，19/19 份文件\n", (await platform.RunAsync("index", "rebuild", "--no-wait")).Output);
    }

    [Fact]
    public async Task Rebuilding_that_runs_already_is_waited_for_unless_it_was_to_begin_anew()
    {
        platform.Search.Answer = () => throw ErrorStatus.From(FazhiException.AlreadyExists("index", "reindex")).ToRpcException();
        Tell(Progress(State.Running), Progress(State.Done));
        Assert.Equal(0, (await platform.RunAsync("index", "rebuild")).Code);
        Assert.Equal(ExitCode.Failed, (await platform.RunAsync("index", "rebuild", "--restart")).Code);
    }

    [Theory]
    [InlineData(State.Failed, "重建失败，在用的索引没有变：磁盘满了")]
    [InlineData(State.Unspecified, "再次运行 fazhi index rebuild")]
    public async Task Rebuilding_that_ends_without_a_new_index_is_a_failure(State state, string explanation)
    {
        platform.Search.Answer = () => new ReindexResponse { Progress = Progress(State.Running) };
        Tell(Progress(state));
        var run = await platform.RunAsync("index", "rebuild");
        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains(explanation, run.Error, StringComparison.Ordinal);
    }

    private static ReindexProgress Progress(State state) => new() { State = state, DocumentCount = 19, ExpectedCount = 19, Error = state == State.Failed ? "磁盘满了" : "" };

    private void Tell(params ReindexProgress[] progress) => Tell([.. progress.Select(step => new IndexStatus { Reindex = step })]);

    private void Tell(params IndexStatus[] statuses)
    {
        platform.Search.Statuses.Clear();
        foreach (var status in statuses)
            platform.Search.Statuses.Enqueue(status);
    }
}
