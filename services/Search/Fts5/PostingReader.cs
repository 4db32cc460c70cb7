using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Fazhi.Search.Fts5;

/// <summary>Reads postings within one snapshot. Steps through the statement itself: a common word has hundreds of thousands of rows.</summary>
internal sealed class PostingReader(SqliteConnection connection, DocumentColumns columns)
{
    /// <summary>The snapshot in memory.</summary>
    public DocumentColumns Columns => columns;

    /// <summary>Those that are known already and what documents behind them add.</summary>
    public Postings Read(PostingSource source, Postings known, CancellationToken cancellationToken)
    {
        if (known.Documents >= columns.DocumentCount)
            return known;

        var reading = new Reading(source.Weighted, known);
        var first = PassageId.Of(columns.Documents[known.Documents].Id, 0).Value;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection.Handle, source.Sql, out var statement), connection.Handle);
        using (statement)
        {
            Bind(statement, first, source.Parameters);
            var code = raw.sqlite3_step(statement);
            for (; code == raw.SQLITE_ROW; code = raw.sqlite3_step(statement))
            {
                cancellationToken.ThrowIfCancellationRequested();
                reading.Add(columns, raw.sqlite3_column_int64(statement, 0), source.Weighted ? raw.sqlite3_column_int64(statement, 1) : 0);
            }
            cancellationToken.ThrowIfCancellationRequested();
            if (code != raw.SQLITE_DONE)
                SqliteException.ThrowExceptionForRC(code, connection.Handle);
        }
        return reading.Done(columns);
    }

    private static void Bind(sqlite3_stmt statement, long first, object[] parameters)
    {
        raw.sqlite3_bind_int64(statement, 1, first);
        for (var i = 0; i < parameters.Length; i++)
        {
            if (parameters[i] is string text)
                raw.sqlite3_bind_text(statement, i + 2, text);
            else
                raw.sqlite3_bind_int64(statement, i + 2, Convert.ToInt64(parameters[i], CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Postings that grow.</summary>
    private sealed class Reading(bool weighted, Postings known)
    {
        private int[] passages = known.Passages;
        private float[]? weights = known.Weights ?? (weighted ? [] : null);
        private int count = known.Count;
        private int document = known.Documents;

        // Ids come in order, as the documents stand: both are walked through together.
        public void Add(DocumentColumns columns, long id, long frequencies)
        {
            var passage = new PassageId(id);
            while (document < columns.DocumentCount && columns.Documents[document].Id < passage.Document)
                document++;
            if (document == columns.DocumentCount || columns.Documents[document].Id != passage.Document)
                return;
            if (count == passages.Length)
                Grow();
            if (weights is not null)
                weights[count] = WeightOf(frequencies);
            passages[count++] = columns.Documents[document].First + passage.Ordinal;
        }

        public Postings Done(DocumentColumns columns) => new(passages, weights, count, columns.DocumentCount, columns.Generation);

        private void Grow()
        {
            var length = Math.Max(16, passages.Length + (passages.Length / 2));
            Array.Resize(ref passages, length);
            if (weights is not null)
                Array.Resize(ref weights, length);
        }

        private static float WeightOf(long frequencies) => (float)(
            ((frequencies & 0xFF) * Fts5Ranking.TitleWeight)
            + (((frequencies >> 8) & 0xFF) * Fts5Ranking.RegionWeight)
            + (((frequencies >> 16) & 0xFF) * Fts5Ranking.HeadingWeight)
            + (((frequencies >> 24) & 0xFF) * Fts5Ranking.BodyWeight));
    }
}
