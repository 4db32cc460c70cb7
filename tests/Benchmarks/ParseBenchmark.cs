using System.Diagnostics;
using System.Text;
using Fazhi.Cli.Parsing;
using Fazhi.Documents;
using Fazhi.Testing;

namespace Fazhi.Benchmarks;

/// <summary>
/// What <c>fazhi parse --json</c> does, from bytes to JSON, on one thread, collections of garbage included, over documents of three sizes; beside it the reader alone, and as baseline what no reader can do
/// without: decoding the bytes and cutting them into lines.
/// </summary>
internal static class ParseBenchmark
{
    private static readonly int[] Sizes = [10_000, 100_000, 1_000_000];
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(3);

    public static Task RunAsync(CancellationToken cancellationToken)
    {
        Report.Title("Parsing text on one thread (shortest of many runs): baseline (decode and cut into lines), reader, everything to JSON");
        foreach (var (kind, make) in new (string, Func<int, string>)[] { ("plan", LongDocument.Plan), ("report", LongDocument.Report) })
        {
            Report.Line("", "KB", "baseline MB/s", "reader MB/s", "all MB/s", "all µs/KB", "all / baseline time", "allocated B/B", "max managed heap MB");
            foreach (var size in Sizes)
                Measure(kind, Encoding.UTF8.GetBytes(make(size)), cancellationToken);
        }

        return Task.CompletedTask;
    }

    private static void Measure(string kind, byte[] bytes, CancellationToken cancellationToken)
    {
        var baseline = Repeat(() => Encoding.UTF8.GetString(bytes).Split('\n').Length, cancellationToken);
        var reader = Repeat(() => Read(bytes).Tasks.Length, cancellationToken);
        var all = Repeat(() => ParsedJson.Format("a", Understanding.Of(Read(bytes)), withText: false, indented: false).Length, cancellationToken);
        Report.Line(
            kind,
            Report.Number(bytes.Length / 1000.0, "0"),
            Report.Number(bytes.Length / baseline.Time.TotalMicroseconds, "0.0"),
            Report.Number(bytes.Length / reader.Time.TotalMicroseconds, "0.0"),
            Report.Number(bytes.Length / all.Time.TotalMicroseconds, "0.0"),
            Report.Number(all.Time.TotalMicroseconds * 1000 / bytes.Length, "0.0"),
            Report.Number(all.Time / baseline.Time, "0.0"),
            Report.Number((double)all.Allocated / bytes.Length, "0.0"),
            Report.Number(all.Peak / 1e6, "0.0"));
    }

    private static ParsedDocument Read(byte[] bytes) => DocumentReader.Read(bytes) is { Success: true } result ? result.Document : throw new InvalidOperationException("not read");

    /// <summary>The shortest of many runs on this thread alone, what the last run allocated, and the largest managed heap that was seen after a run.</summary>
    private static (TimeSpan Time, long Allocated, long Peak) Repeat(Func<int> work, CancellationToken cancellationToken)
    {
        for (var warm = Stopwatch.StartNew(); warm.Elapsed < Long / 3;)
            work();
        var best = TimeSpan.MaxValue;
        var (allocated, peak) = (0L, 0L);
        for (var total = Stopwatch.StartNew(); total.Elapsed < Long;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var started = Stopwatch.GetTimestamp();
            work();
            var time = Stopwatch.GetElapsedTime(started);
            best = time < best ? time : best;
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
        }

        return (best, allocated, peak);
    }
}
