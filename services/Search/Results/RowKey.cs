using Fazhi.Search.Query;
using Fazhi.Search.V1;

namespace Fazhi.Search.Results;

/// <summary>Which row of a result it is.</summary>
/// <param name="Name">Resource name of the document.</param>
/// <param name="Start">Where the passage begins that the row is; -1 where the row is the document.</param>
internal readonly record struct RowKey(string Name, int Start)
{
    /// <summary>A row that is a document has this for its start.</summary>
    public const int WholeDocument = -1;

    /// <summary>The key of a row that a query has found.</summary>
    public static RowKey Of(SearchQuery query, DocumentHit row) => new(
        row.Document.Name, query.Rows == ResultRows.Documents ? WholeDocument : row.Passages[0].Passage.Start);
}
