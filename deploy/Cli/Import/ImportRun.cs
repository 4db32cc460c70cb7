namespace Fazhi.Cli.Import;

/// <summary>Imports many files, several at once, and keeps their order in the results.</summary>
/// <param name="import">Imports one.</param>
/// <param name="atOnce">How many at the same time.</param>
/// <param name="goOn">Whether the others are tried after one failed.</param>
internal sealed class ImportRun(Func<FoundFile, CancellationToken, Task<ImportResult>> import, int atOnce, bool goOn)
{
    /// <param name="files">The files.</param>
    /// <param name="done">Takes each result as it comes; one at a time.</param>
    /// <param name="cancellation">Ends the run; files not tried by then are skipped.</param>
    public async Task<IReadOnlyList<ImportResult>> RunAsync(IReadOnlyList<FoundFile> files, Action<ImportResult> done, CancellationToken cancellation)
    {
        var results = files.Select(ImportResult.Skipped).ToArray();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var gate = new Lock();
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = stop.Token };
            // Files that are under way when another fails are finished: only the user's cancellation ends them.
            await Parallel.ForEachAsync(Enumerable.Range(0, files.Count), options, async (index, _) =>
            {
                var result = await import(files[index], cancellation);
                lock (gate)
                {
                    results[index] = result;
                    done(result);
                }
                if (result.Outcome == ImportOutcome.Failed && !goOn)
                    await stop.CancelAsync();
            });
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // What is not done stays skipped.
        }
        return results;
    }
}
