using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Fazhi.Search.Fts5;

/// <summary>Reads postings within one snapshot.</summary>
internal sealed class PostingReader(SqliteConnection connection, DocumentColumns columns)
{
    /// <summary>The snapshot in memory.</summary>
    public DocumentColumns Columns => columns;

    /// <summary>Those that are known already and what documents behind them add.</summary>
    public Postings Read(PostingSource source, Postings known, CancellationToken cancellationToken)
    {
        if (known.Documents >= columns.DocumentCount)
            return known;

        var first = columns.Documents[known.Documents].Id;
        using var documents = new Rows(connection, source.Documents, first, source.Weighted);
        using var passages = new Rows(connection, source.Passages, PassageId.Of(first, 0).Value, source.Weighted);
        var reading = new Reading(columns, source.Weighted, known);
        while (!documents.AtEnd || !passages.AtEnd)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (passages.AtEnd || documents.Id <= new PassageId(passages.Id).Document)
                AddDocument(reading, documents, passages);
            else
                AddPassages(reading, passages);
        }
        return reading.Done();
    }

    // All of its passages: those that have it by themselves have it more.
    private static void AddDocument(Reading reading, Rows documents, Rows passages)
    {
        var shared = WeightOf(documents.Frequencies, Fts5Ranking.TitleWeight, Fts5Ranking.RegionWeight);
        var (id, count) = (documents.Id, reading.Enter(documents.Id));
        for (var ordinal = 0; ordinal < count; ordinal++)
        {
            var has = !passages.AtEnd && passages.Id == PassageId.Of(id, ordinal).Value;
            reading.Add(ordinal, shared + (has ? OwnWeight(passages) : 0));
            if (has)
                passages.MoveNext();
        }
        documents.MoveNext();
    }

    private static void AddPassages(Reading reading, Rows passages)
    {
        var document = new PassageId(passages.Id).Document;
        var count = reading.Enter(document);
        for (; !passages.AtEnd && new PassageId(passages.Id) is var passage && passage.Document == document; passages.MoveNext())
        {
            if (passage.Ordinal < count)
                reading.Add(passage.Ordinal, OwnWeight(passages));
        }
    }

    private static double OwnWeight(Rows passages) => WeightOf(passages.Frequencies, Fts5Ranking.HeadingWeight, Fts5Ranking.BodyWeight);

    private static double WeightOf(long frequencies, double first, double second) => ((frequencies & 0xFF) * first) + ((frequencies >> 8) * second);

    /// <summary>The rows of a table that have something, in order of their ids; none of no table.</summary>
    private sealed class Rows : IDisposable
    {
        private readonly Fts5Statement? statement;
        private readonly bool weighted;

        public Rows(SqliteConnection connection, PostingSource.Rows? source, long first, bool weighted)
        {
            this.weighted = weighted;
            if (source is not null)
            {
                statement = new Fts5Statement(connection, source.Sql).Set(1, first);
                for (var i = 0; i < source.Parameters.Length; i++)
                    _ = source.Parameters[i] is string text ? statement.Set(i + 2, text) : statement.Set(i + 2, Convert.ToInt64(source.Parameters[i], CultureInfo.InvariantCulture));
            }
            MoveNext();
        }

        public bool AtEnd => Id == long.MaxValue;

        /// <summary>Of the row; above all others behind the last.</summary>
        public long Id { get; private set; }

        public long Frequencies { get; private set; }

        public void MoveNext()
        {
            if (statement is null || !statement.Step())
                Id = long.MaxValue;
            else
                (Id, Frequencies) = (statement.Number(0), weighted ? statement.Number(1) : 0);
        }

        public void Dispose() => statement?.Dispose();
    }

    /// <summary>Postings that grow.</summary>
    private sealed class Reading(DocumentColumns columns, bool weighted, Postings known)
    {
        private int[] passages = known.Passages;
        private float[]? weights = known.Weights ?? (weighted ? [] : null);
        private int count = known.Count;
        private int document = known.Documents;
        private int first;

        /// <summary>Goes on to a document: how many passages it has, 0 when it is not there. Ids come in the order that the documents stand in.</summary>
        public int Enter(long id)
        {
            while (document < columns.DocumentCount && columns.Documents[document].Id < id)
                document++;
            if (document == columns.DocumentCount || columns.Documents[document].Id != id)
                return 0;
            first = columns.Documents[document].First;
            return columns.Documents[document].Count;
        }

        public void Add(int ordinal, double weight)
        {
            if (count == passages.Length)
                Grow();
            if (weights is not null)
                weights[count] = (float)weight;
            passages[count++] = first + ordinal;
        }

        public Postings Done() => new(passages, weights, count, columns.DocumentCount, columns.Generation);

        private void Grow()
        {
            var length = Math.Max(16, passages.Length + (passages.Length / 2));
            Array.Resize(ref passages, length);
            if (weights is not null)
                Array.Resize(ref weights, length);
        }
    }
}
