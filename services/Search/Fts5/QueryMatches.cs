using System.Buffers;
using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.V1;

namespace Fazhi.Search.Fts5;

/// <summary>The passages that a query finds, the documents that they are of, and their scores: all of it, however many there are.</summary>
internal sealed class QueryMatches : IDisposable
{
    private readonly PostingCache cache;
    private readonly PostingReader reader;
    private readonly DocumentColumns columns;
    private readonly CancellationToken cancellationToken;
    private readonly List<DocumentMatch> documents = [];
    private readonly PassageSet passages;
    private float[]? scores;

    public QueryMatches(PostingReader reader, PostingCache cache, SearchQuery query, DocumentSelection selection, CancellationToken cancellationToken)
    {
        (this.reader, this.cache, columns, this.cancellationToken) = (reader, cache, reader.Columns, cancellationToken);
        var conditions = Conditions(query);
        passages = Select(conditions, selection);
        scores = query.Match is null || documents.Count == 0 ? null : Score(query.Match);
    }

    /// <summary>The documents with a passage that matches, in the order that they stand in.</summary>
    public IReadOnlyList<DocumentMatch> Documents => documents;

    /// <summary>How many passages match.</summary>
    public int PassageCount { get; private set; }

    /// <summary>The score of a passage that matches; 0 when nothing was looked for.</summary>
    public float ScoreOf(int passage) => scores is null ? 0 : scores[passage];

    /// <summary>The passages of a document that match, in order.</summary>
    public PassageSet.Range PassagesOf(int document)
    {
        ref readonly var known = ref columns.Documents[document];
        return passages.Within(known.First, known.Count);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref scores, null) is { } rented)
            ArrayPool<float>.Shared.Return(rented);
    }

    private PassageSet? Conditions(SearchQuery query)
    {
        PassageSet? found = null;
        void Add(PassageSet condition)
        {
            if (found is null)
                found = condition;
            else
                found.And(condition);
        }

        if (query.Match is { } match)
            Add(Evaluate(match, scored: true));
        if (query.Where is { } where)
            Add(Evaluate(where, scored: false));
        if (query.Rows == ResultRows.Tasks)
            Add(SetOf(TagSource(PassageTags.IsTask)));
        if (query.Deadline is { } days)
            Add(SetOf(PostingSource.Deadline(days)));
        return found;
    }

    // Each node's set is its own: it may be changed.
    private PassageSet Evaluate(QueryNode node, bool scored)
    {
        switch (node)
        {
            case QueryNode.Phrase phrase:
                return SetOf(SourceOf(phrase.Term, scored));
            case QueryNode.Tag tag:
                return SetOf(TagSource(tag.Value));
            case QueryNode.All all:
                return Combine(all.Nodes, scored, static (found, next) => found.And(next));
            case QueryNode.Any any:
                return Combine(any.Nodes, scored, static (found, next) => found.Or(next));
            case QueryNode.Except except:
                var wanted = Evaluate(except.Wanted, scored);
                wanted.Except(Evaluate(except.Unwanted, scored: false));
                return wanted;
            default:
                throw new ArgumentOutOfRangeException(nameof(node), node, "not a kind of node");
        }
    }

    private PassageSet Combine(IReadOnlyList<QueryNode> nodes, bool scored, Action<PassageSet, PassageSet> combine)
    {
        var found = Evaluate(nodes[0], scored);
        foreach (var node in nodes.Skip(1))
            combine(found, Evaluate(node, scored));
        return found;
    }

    private PassageSet SetOf(PostingSource source) =>
        PassageSet.Of(cache.Get(source, reader, cancellationToken).Below(columns.PassageCount), columns.PassageCount);

    private static PostingSource SourceOf(SearchTerm term, bool scored) => PostingSource.Of(term, scored && IsScored(term));

    private static PostingSource TagSource(string tag) => PostingSource.OfPassages(Fts5Match.OfTag(tag));

    private static bool IsScored(SearchTerm term) => term.Field != QueryField.Units;

    private PassageSet Select(PassageSet? found, DocumentSelection selection)
    {
        var selected = new PassageSet(columns.PassageCount);
        for (var place = 0; place < selection.Count; place++)
        {
            var index = selection[place];
            ref readonly var document = ref columns.Documents[index];
            var count = found?.CountIn(document.First, document.Count) ?? document.Count;
            if (count == 0 || !selection.Admits(index))
                continue;
            documents.Add(new DocumentMatch(index, count));
            selected.AddRange(document.First, document.Count);
            PassageCount += count;
        }
        if (found is not null)
            selected.And(found);
        return selected;
    }

    private float[] Score(QueryNode match)
    {
        // As large as the index: rented, or every search would leave megabytes to be collected.
        var scored = ArrayPool<float>.Shared.Rent(columns.PassageCount);
        scored.AsSpan(0, columns.PassageCount).Clear();
        var perToken = (float)(1 / Math.Max(1, columns.LivingLength / (double)Math.Max(1, columns.LivingPassages)));
        foreach (var term in match.WantedTerms.Where(IsScored))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var postings = cache.Get(SourceOf(term, scored: true), reader, cancellationToken);
            var found = postings.Below(columns.PassageCount);
            var telling = (float)Fts5Ranking.Telling(columns.LivingPassages, CountLiving(found));
            var weights = postings.Weights.AsSpan(0, found.Length);
            var lengths = columns.Lengths;
            for (var i = 0; i < found.Length; i++)
            {
                var passage = found[i];
                if (passages.Contains(passage))
                    scored[passage] += Fts5Ranking.Score(telling, weights[i], lengths[passage] * perToken);
            }
        }
        return scored;
    }

    private int CountLiving(ReadOnlySpan<int> found)
    {
        if (columns.Living() is not { } living)
            return found.Length;
        var count = 0;
        foreach (var passage in found)
        {
            if (living.Contains(passage))
                count++;
        }
        return count;
    }

    /// <summary>A document that matches.</summary>
    /// <param name="Document">Its place in the columns.</param>
    /// <param name="Passages">How many of its passages match.</param>
    internal readonly record struct DocumentMatch(int Document, int Passages);
}
