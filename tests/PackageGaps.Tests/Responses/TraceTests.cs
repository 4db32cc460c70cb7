using System.Diagnostics;
using Fazhi.PackageGaps.Tests.Fakes;

namespace Fazhi.PackageGaps.Tests.Responses;

public sealed class TraceTests
{
    [Fact]
    public async Task A_call_is_a_trace_of_its_own_source()
    {
        await using var bad = await FakeNode.StartAsync(FakeNode.Status(503));
        await using var good = await FakeNode.StartAsync();
        var path = $"/{Guid.NewGuid():N}";
        Activity? seen = null;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Elastic.Transport",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.GetTagItem("url.full") is string url && url.EndsWith(path, StringComparison.Ordinal))
                    seen = activity;
            },
        };
        ActivitySource.AddActivityListener(listener);
        var addresses = new[] { bad, good }.Select(node => new UriBuilder(node.Address) { UserName = "someone", Password = "topsecret" }.Uri);

        await Client.Of(new StaticNodePool(addresses, randomize: false), settings => settings.DisablePing()).GetAsync<VoidResponse>(path);

        Assert.NotNull(seen);
        Assert.Equal(ActivityKind.Client, seen.Kind);
        Assert.Equal(ActivityStatusCode.Ok, seen.Status);
        Assert.Equal("elasticsearch", seen.GetTagItem("db.system"));
        Assert.Equal("GET", seen.GetTagItem("http.request.method"));
        Assert.Equal(200, seen.GetTagItem("http.response.status_code"));
        Assert.Equal(good.Address.Port, seen.GetTagItem("server.port"));
        Assert.Equal(2, seen.GetTagItem("elastic.transport.attempted_nodes"));
        Assert.DoesNotContain(seen.TagObjects, tag => $"{tag.Value}".Contains("topsecret", StringComparison.Ordinal));
    }
}
