using System.Globalization;
using Fazhi.AppHost.Hosts;
using Fazhi.AppHost.Output;
using Grpc.Net.Client;

namespace Fazhi.AppHost.Samples;

/// <summary>Loads the samples once in the life of a data folder.</summary>
internal static class SampleLoading
{
    /// <summary>Loads them unless that was done before; says in words (Chinese) what became of it.</summary>
    /// <remarks>A sample that fails does not keep the platform from running: the rest is loaded, and the next start tries again.</remarks>
    public static async Task<string> RunOnceAsync(string folder, Uri gateway, DataFolder data, ILog log, CancellationToken cancellation)
    {
        if (data.SamplesLoaded)
            return "以前已导入";

        using var channel = GrpcChannel.ForAddress(gateway, new() { HttpHandler = DirectConnection.Handler(), DisposeHttpClient = true });
        var failures = 0;
        var counts = await new SampleLoader(channel, Report).LoadAsync(SampleSet.Read(folder), cancellation);
        if (failures == 0)
            data.MarkSamplesLoaded();
        return string.Create(CultureInfo.InvariantCulture, $"{counts.Regions} 个地区、{counts.Units} 个单位、{counts.Documents} 份文件")
            + (failures == 0 ? "" : $"（{failures} 项失败，见上面的日志；下次启动会重试）");

        void Report(string failure)
        {
            Interlocked.Increment(ref failures);
            log.Warn("samples", failure);
        }
    }
}
