using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Regions;
using Fazhi.Search.Requests;
using Fazhi.Search.Results;
using Fazhi.Search.Themes;
using Fazhi.Search.V1;

namespace Fazhi.Search.Quality;

/// <summary>The search of this service over one of its engines.</summary>
/// <param name="name">What it is called.</param>
/// <param name="index">The engine, with the corpus in it.</param>
/// <param name="corpus">The corpus.</param>
internal sealed class EngineSystem(string name, SearchIndex index, JudgedCorpus corpus) : SearchSystem
{
    private static readonly SearchThemes Themes = new();

    private readonly SearchRequestReader requests = new(new QueryLanguage(Themes), new RegionLookup(index), Themes);
    private readonly ResultFinder finder = new(index, new RegionLookup(index), Themes);
    private readonly Dictionary<string, string> files = corpus.Documents.ToDictionary(entry => entry.Value.Name, entry => entry.Key, StringComparer.Ordinal);

    public override string Name => name;

    public override async Task<IReadOnlyList<FoundPassage>> SearchAsync(string query)
    {
        var search = await requests.ReadAsync(new SearchRequest { Query = query, Rows = ResultRows.Passages, PageSize = Depth }, CancellationToken.None);
        var found = await finder.FindAsync(search, CancellationToken.None);
        return [.. found.Results.Rows.Take(Depth).Concat(found.Partial).Select(row => new FoundPassage(files[row.Document.Name], row.Passages[0].Passage.Range))];
    }

    /// <summary>Takes the corpus into an index.</summary>
    public static async Task FillAsync(IndexTarget index, JudgedCorpus corpus)
    {
        var changes = corpus.Documents.Values.Select((document, i) => new IndexChange.PutDocument(document) { Version = i + 1 }).ToList();
        foreach (var feed in changes.GroupBy(change => change.Document.Summary.Type == Documents.V1.DocumentType.Plan ? FeedNames.Plans : FeedNames.Reports))
            await index.ApplyAsync(feed.Key, [.. feed], $"corpus/{feed.Max(change => change.Version)}", CancellationToken.None);
    }
}
