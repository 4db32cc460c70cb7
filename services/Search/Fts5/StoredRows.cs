using Microsoft.Data.Sqlite;

namespace Fazhi.Search.Fts5;

/// <summary>Reads what is shown of documents and passages, many by one statement each.</summary>
internal sealed class StoredRows(SqliteConnection connection) : IDisposable
{
    private readonly Fts5Statement summaries = new(connection, "SELECT summary FROM documents WHERE id = ?1");
    private readonly Fts5Statement passages = new(connection, "SELECT content FROM passages WHERE id = ?1");

    public byte[] SummaryOf(long document) => Read(summaries, document);

    /// <summary>See <see cref="PassageRecord"/>.</summary>
    public byte[] ContentOf(PassageId passage) => Read(passages, passage.Value);

    public void Dispose()
    {
        summaries.Dispose();
        passages.Dispose();
    }

    private static byte[] Read(Fts5Statement statement, long id)
    {
        try
        {
            return statement.Set(1, id).Step() ? statement.Bytes(0) : throw new InvalidOperationException("a row that the snapshot in memory has is not in the file");
        }
        finally
        {
            statement.Reset();
        }
    }
}
