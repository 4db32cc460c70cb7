using Fazhi.Cli.Import;
using Google.Rpc;

namespace Fazhi.Cli.Tests;

public sealed class ImportRunTests
{
    private static readonly IReadOnlyList<FoundFile> Files = [.. Enumerable.Range(0, 40).Select(number => new FoundFile($"/{number}", $"{number}"))];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Results_have_the_order_of_the_files_and_no_more_run_at_once_than_allowed()
    {
        var running = 0;
        var most = 0;
        var run = new ImportRun(
            async (file, _) =>
            {
                lock (Files)
                    most = Math.Max(most, ++running);
                await Task.Yield();
                lock (Files)
                    running--;
                return Created(file);
            },
            atOnce: 3, goOn: true);
        var done = new List<ImportResult>();
        var results = await run.RunAsync(Files, done.Add, Cancellation);
        Assert.Equal(Files, results.Select(result => result.File));
        Assert.Equal(Files.Count, done.Count);
        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public async Task Failure_does_not_keep_the_others_from_being_tried()
    {
        var run = new ImportRun((file, _) => Task.FromResult(file.Label == "3" ? Failed(file) : Created(file)), atOnce: 1, goOn: true);
        var results = await run.RunAsync(Files, _ => { }, Cancellation);
        Assert.Equal([3], results.Index().Where(result => result.Item.Outcome == ImportOutcome.Failed).Select(result => result.Index));
        Assert.DoesNotContain(results, result => result.Outcome == ImportOutcome.Skipped);
    }

    [Fact]
    public async Task Failure_ends_the_run_when_asked_to()
    {
        var run = new ImportRun((file, _) => Task.FromResult(file.Label == "3" ? Failed(file) : Created(file)), atOnce: 1, goOn: false);
        var results = await run.RunAsync(Files, _ => { }, Cancellation);
        Assert.Equal(ImportOutcome.Failed, results[3].Outcome);
        Assert.All(results.Skip(4), result => Assert.Equal(ImportOutcome.Skipped, result.Outcome));
    }

    [Fact]
    public async Task Interrupted_run_tells_what_was_done()
    {
        using var interrupt = new CancellationTokenSource();
        var run = new ImportRun(
            async (file, cancellation) =>
            {
                if (file.Label == "2")
                    await interrupt.CancelAsync();
                cancellation.ThrowIfCancellationRequested();
                return Created(file);
            },
            atOnce: 1, goOn: true);
        var results = await run.RunAsync(Files, _ => { }, interrupt.Token);
        Assert.Equal([ImportOutcome.Created, ImportOutcome.Created, ImportOutcome.Skipped], results.Take(3).Select(result => result.Outcome));
    }

    private static ImportResult Created(FoundFile file) => new(file, ImportOutcome.Created, new(), null);

    private static ImportResult Failed(FoundFile file) => ImportResult.Failed(file, Code.InvalidArgument, "坏文件");
}
