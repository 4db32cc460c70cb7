using System.Diagnostics;
using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Search.V1;
using Fazhi.Testing;
using Google.Protobuf;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Benchmarks;

/// <summary>Sends generated documents in, as <c>fazhi import</c> does.</summary>
internal static class Imports
{
    /// <summary>Imports the documents through the gateway.</summary>
    /// <returns>How long it took.</returns>
    public static async Task<TimeSpan> RunAsync(RunningPlatform platform, IEnumerable<GeneratedDocument> documents, int clients, CancellationToken cancellationToken)
    {
        var plans = new PlanService.PlanServiceClient(platform.Channel("gateway"));
        var begin = Stopwatch.GetTimestamp();
        var options = new ParallelOptions { MaxDegreeOfParallelism = clients, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(documents, options, async (document, token) => await ImportAsync(plans, document, token));
        return Stopwatch.GetElapsedTime(begin);
    }

    /// <summary>Waits until the index has so many documents.</summary>
    public static async Task WaitUntilIndexedAsync(RunningPlatform platform, int documents, CancellationToken cancellationToken)
    {
        var search = new SearchService.SearchServiceClient(platform.Channel("search"));
        while ((await search.GetIndexStatusAsync(new GetIndexStatusRequest(), cancellationToken: cancellationToken)).DocumentCount < documents)
            await Task.Delay(5, cancellationToken);
    }

    private static async Task ImportAsync(PlanService.PlanServiceClient plans, GeneratedDocument document, CancellationToken cancellationToken)
    {
        using var call = plans.ImportDocument(cancellationToken: cancellationToken);
        await call.RequestStream.WriteAsync(new ImportDocumentRequest { Metadata = new ImportMetadata { FileName = document.FileName } }, cancellationToken);
        await call.RequestStream.WriteAsync(new ImportDocumentRequest { Chunk = UnsafeByteOperations.UnsafeWrap(document.Bytes) }, cancellationToken);
        await call.RequestStream.CompleteAsync();
        var response = await call.ResponseAsync;
        if (response.Outcome != ImportDocumentResponse.Types.Outcome.Created)
            throw new InvalidOperationException($"{document.FileName}: {response.Outcome}");
    }
}
