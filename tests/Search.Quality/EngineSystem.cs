using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Ranking;
using Fazhi.Search.Themes;
using Fazhi.Search.V1;

namespace Fazhi.Search.Quality;

/// <summary>The search of this service over one of its engines.</summary>
/// <param name="name">What it is called.</param>
/// <param name="index">The engine, with the corpus in it.</param>
/// <param name="corpus">The corpus.</param>
internal sealed class EngineSystem(string name, SearchIndex index, JudgedCorpus corpus) : SearchSystem
{
    private readonly QueryLanguage language = new(new SearchThemes());
    private readonly Dictionary<string, string> files = corpus.Documents.ToDictionary(entry => entry.Value.Name, entry => entry.Key, StringComparer.Ordinal);

    public override string Name => name;

    public override async Task<IReadOnlyList<FoundPassage>> SearchAsync(string query)
    {
        var reading = language.Read(query);
        var (rows, terms) = (await FindAsync(reading.Match), reading.Terms);
        if (rows.Count == 0 && reading.Relaxed is not null)
            (rows, terms) = (await FindAsync(reading.Relaxed), reading.RelaxedTerms);
        return [.. new PassageRanker(terms).Rank(rows).SelectMany(row => row.Passages.Select(scored => new FoundPassage(files[row.Document.Name], scored.Passage.Range)))];
    }

    /// <summary>Takes the corpus into an index.</summary>
    public static async Task FillAsync(IndexTarget index, JudgedCorpus corpus)
    {
        var changes = corpus.Documents.Values.Select((document, i) => new IndexChange.PutDocument(document) { Version = i + 1 }).ToList();
        foreach (var feed in changes.GroupBy(change => change.Document.Summary.Type == Documents.V1.DocumentType.Plan ? FeedNames.Plans : FeedNames.Reports))
            await index.ApplyAsync(feed.Key, [.. feed], $"corpus/{feed.Max(change => change.Version)}", CancellationToken.None);
    }

    private async Task<IReadOnlyList<DocumentHit>> FindAsync(QueryNode? match) =>
        (await index.SearchAsync(new SearchQuery { Match = match, Rows = ResultRows.Passages, Limit = Depth, PassagesPerDocument = 1 }, CancellationToken.None)).Rows;
}
