using System.Diagnostics;
using Fazhi.Documents;
using Fazhi.Testing;

namespace Fazhi.Benchmarks;

/// <summary>
/// Import in documents per second, through the gateway until findable, in two sizes; the baseline is reading the same documents in process, which is
/// the part of the work that cannot be left out.
/// </summary>
internal static class ImportBenchmark
{
    private const int Clients = 4;

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        Report.Title($"Import through the gateway, {Clients} at a time, until findable");
        Report.Line("documents", "kept/s", "findable/s", "read in process/s", "ratio");
        foreach (var count in new[] { 500, 2_000 })
        {
            await using var platform = await RunningPlatform.StartAsync();
            var warmUp = new DocumentGenerator(1).Take(50).ToList();
            await Imports.RunAsync(platform, warmUp, Clients, cancellationToken);

            var documents = new DocumentGenerator(2).Take(count).ToList();
            var begin = Stopwatch.GetTimestamp();
            var kept = await Imports.RunAsync(platform, documents, Clients, cancellationToken);
            await Imports.WaitUntilIndexedAsync(platform, warmUp.Count + count, cancellationToken);
            var findable = Stopwatch.GetElapsedTime(begin);
            var read = Read(documents);

            Report.Line(
                Report.Number(count, "0"),
                Report.Number(count / kept.TotalSeconds, "0"),
                Report.Number(count / findable.TotalSeconds, "0"),
                Report.Number(count / read.TotalSeconds, "0"),
                Report.Number(findable / read, "0.0"));
        }
    }

    private static TimeSpan Read(List<GeneratedDocument> documents)
    {
        foreach (var document in documents.Take(100))
            DocumentReader.Read(document.Bytes);
        var begin = Stopwatch.GetTimestamp();
        foreach (var document in documents)
            DocumentReader.Read(document.Bytes);
        return Stopwatch.GetElapsedTime(begin);
    }
}
