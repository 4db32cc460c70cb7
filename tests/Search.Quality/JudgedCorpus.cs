using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Search.Indexing;
using Fazhi.Search.Passages;
using Fazhi.Testing;

namespace Fazhi.Search.Quality;

/// <summary>The documents that queries were judged on, as the services read them: the samples, and the real documents where they are at hand.</summary>
/// <param name="Documents">The documents by file name.</param>
internal sealed record JudgedCorpus(IReadOnlyDictionary<string, IndexedDocument> Documents)
{
    /// <summary>Reads the documents.</summary>
    public static async Task<JudgedCorpus> ReadAsync()
    {
        using var folder = new TempFolder();
        await using var services = await DocumentServices.StartAsync(folder.Path);
        var documents = new SortedDictionary<string, IndexedDocument>(StringComparer.Ordinal);
        foreach (var path in Files())
        {
            var imported = await services.ImportAsync(await File.ReadAllBytesAsync(path), Path.GetFileName(path));
            documents.Add(Path.GetFileName(path), imported.Document.Type == DocumentType.Plan
                ? IndexedDocuments.Of(await services.Plans.GetPlanAsync(new GetPlanRequest { Name = imported.Document.Name, View = PlanView.Full }))
                : IndexedDocuments.Of(await services.Reports.GetReportAsync(new GetReportRequest { Name = imported.Document.Name, View = ReportView.Full })));
        }
        return new JudgedCorpus(documents);
    }

    private static IEnumerable<string> Files() =>
        Directory.GetFiles(Path.Combine(Repository.Root, "deploy", "samples", "documents")).Concat(Directory.GetFiles(Repository.Seeds(), "*.txt"));
}
