using Fazhi.EndToEnd.Tests.Platform;
using Fazhi.Testing;
using Grpc.Core;

namespace Fazhi.EndToEnd.Tests.Resilience;

/// <summary>A crash in the middle of an import loses nothing that was answered and leaves nothing half done.</summary>
public sealed class CrashTests
{
    private const int Documents = 200;
    private const int KillAfter = 70;
    private const int Parallel = 4;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("plans")]
    [InlineData("reports")]
    [InlineData("units")]
    [InlineData("search")]
    [InlineData("gateway")]
    public async Task Killed_host_comes_back_and_importing_again_completes_the_documents(string victim)
    {
        await using var platform = await RunningPlatform.StartAsync(Cancellation);
        var documents = new DocumentGenerator(seed: 31).Take(Documents).ToList();
        var killed = platform.Host.Hosts[victim];

        var (answered, _) = await ImportAsync(platform.Client, documents, imported =>
        {
            if (imported == KillAfter)
                killed.Kill();
        });
        Assert.False(LinuxProcess.IsAlive(killed.Id));
        await WaitUntilHealthyAsync(platform, killed);
        var stored = await platform.Client.AllNamesAsync(Cancellation);
        Assert.All(answered, name => Assert.Contains(name, stored));

        var (again, refused) = await ImportAsync(platform.Client, documents, _ => { });
        Assert.Empty(refused);
        Assert.Equal(Documents, again.Distinct().Count());
        await AssertExactlyAsync(platform, documents);
    }

    /// <summary>Imports what can be imported, several at once: the names of the documents that were answered for, and the errors.</summary>
    private static async Task<(IReadOnlyCollection<string> Names, IReadOnlyCollection<string> Errors)> ImportAsync(
        FazhiClient client, IEnumerable<GeneratedDocument> documents, Action<int> imported)
    {
        var names = new List<string>();
        var errors = new List<string>();
        var gate = new Lock();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = Cancellation };
        await System.Threading.Tasks.Parallel.ForEachAsync(documents, options, async (document, cancellation) =>
        {
            try
            {
                var answer = await client.ImportAsync(document.FileName, document.Bytes, cancellation);
                lock (gate)
                {
                    names.Add(answer.Document.Name);
                    imported(names.Count);
                }
            }
            catch (RpcException error)
            {
                lock (gate)
                    errors.Add($"{document.FileName}: {error.Status}");
            }
        });
        return (names, errors);
    }

    private static Task WaitUntilHealthyAsync(RunningPlatform platform, HostProcess killed) => Wait.UntilAsync(
        TimeSpan.FromSeconds(40),
        async () =>
        {
            if (!platform.Host.Hosts.TryGetValue(killed.Name, out var host) || host.Id == killed.Id)
                return $"{killed.Name} was not started again";
            using var answer = await platform.Http.GetAsync(new Uri("/healthz", UriKind.Relative), Cancellation);
            if (!answer.IsSuccessStatusCode)
                return await answer.Content.ReadAsStringAsync(Cancellation);
            // The connection of this client may have to be made anew as well.
            await platform.Client.Units.ListRegionsAsync(new() { PageSize = 1 }, cancellationToken: Cancellation);
            return null;
        },
        Cancellation);

    private static async Task AssertExactlyAsync(RunningPlatform platform, IReadOnlyList<GeneratedDocument> documents)
    {
        var plans = await platform.Client.AllPlansAsync(Cancellation);
        var reports = await platform.Client.AllReportsAsync(Cancellation);
        Assert.Equal(documents.Count(document => document.IsPlan), plans.Count);
        Assert.Equal(documents.Count(document => !document.IsPlan), reports.Count);
        await platform.WaitForIndexAsync(documents.Count, Cancellation);
        var names = plans.Select(plan => plan.Name).Concat(reports.Select(report => report.Name)).ToHashSet();
        var found = new HashSet<string>();
        foreach (var document in documents)
            found.Add(Assert.Single(await platform.Client.FindAsync($"\"{document.Marker}\"", Cancellation)));
        Assert.True(names.SetEquals(found));
    }
}
