using System.Globalization;
using Dapper;
using Google.Protobuf;
using Microsoft.Data.Sqlite;

namespace Fazhi.Hosting;

/// <summary>
/// The table of imported documents in a service's store: columns to list by, and the resource itself as the contract says it. The service's
/// schema makes it, <c>{table}</c> and <c>{table}_regions</c>.
/// </summary>
/// <param name="table">Name of the table, a constant of the service: <c>plans</c>.</param>
/// <param name="parser">Parser of the resource.</param>
public sealed class DocumentTable<T>(string table, MessageParser<T> parser)
    where T : class, IMessage<T>
{
    private const long MaxPageBytes = 16 * 1024 * 1024;
    private const string NewestFirst = "end_year DESC, start_year DESC, id";

    /// <summary>Adds a document.</summary>
    /// <returns>False if it was there before: nothing has changed then.</returns>
    public bool Insert(SqliteTransaction transaction, StoredDocument document)
    {
        var connection = transaction.Connection!;
        var added = connection.Execute(
            $"""
            INSERT INTO {table} (id, sha256, title, kind, status, start_year, end_year, basic, rest)
            VALUES (@Id, @Sha256, @Title, @Kind, @Status, @StartYear, @EndYear, @Basic, @Rest)
            ON CONFLICT (id) DO NOTHING
            """,
            Columns(document),
            transaction);
        if (added == 0)
            return false;

        InsertRegions(transaction, document);
        return true;
    }

    /// <summary>Puts a new reading in the place of the one that is kept under the same id.</summary>
    public void Replace(SqliteTransaction transaction, StoredDocument document)
    {
        transaction.Connection!.Execute(
            $"""
            UPDATE {table} SET title = @Title, kind = @Kind, status = @Status, start_year = @StartYear, end_year = @EndYear, basic = @Basic, rest = @Rest
            WHERE id = @Id
            """,
            Columns(document),
            transaction);
        transaction.Connection!.Execute($"DELETE FROM {table}_regions WHERE id = @Id", new { document.Id }, transaction);
        InsertRegions(transaction, document);
    }

    /// <summary>Changes what the basic view says of a document.</summary>
    public void Change(SqliteTransaction transaction, string id, Action<T> change)
    {
        var basic = Find(transaction.Connection!, id, full: false)!;
        change(basic);
        transaction.Connection!.Execute($"UPDATE {table} SET basic = @basic WHERE id = @id", new { id, basic = basic.ToByteArray() }, transaction);
    }

    /// <summary>All documents in the basic view, by id.</summary>
    public IReadOnlyList<T> All(SqliteConnection connection) =>
        [.. connection.Query<byte[]>($"SELECT basic FROM {table} ORDER BY id").Select(parser.ParseFrom)];

    /// <summary>The document with this id, or null.</summary>
    public T? Find(SqliteConnection connection, string id, bool full)
    {
        var row = connection.QuerySingleOrDefault<Row>($"SELECT id, start_year, end_year, basic, {Rest(full)} FROM {table} WHERE id = @id", new { id });
        return row is null ? null : Read(row);
    }

    /// <summary>Removes a document.</summary>
    public void Delete(SqliteTransaction transaction, string id) =>
        transaction.Connection!.Execute($"DELETE FROM {table} WHERE id = @id", new { id }, transaction);

    /// <summary>One page of a list, newest period first.</summary>
    /// <param name="connection">A reader.</param>
    /// <param name="request">The list request: its <c>page_token</c> says where the page begins.</param>
    /// <param name="filter">Which documents.</param>
    /// <param name="size">Size of the page.</param>
    /// <param name="full">Full or basic view.</param>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: the page token is not of this list.</exception>
    public (Page<T> Page, int Total) List(SqliteConnection connection, IMessage request, DocumentFilter filter, int size, bool full)
    {
        var after = PageToken.Read(request, 3);
        var bound = new
        {
            filter.RegionCode,
            filter.Year,
            filter.Kind,
            filter.Status,
            Text = Like(filter.Text),
            AfterEnd = Year(after?[0]),
            AfterStart = Year(after?[1]),
            AfterId = after?[2] ?? "",
            Limit = size + 1,
        };
        var where = Where(filter);
        var total = connection.ExecuteScalar<int>($"SELECT count(*) FROM {table} WHERE {where}", bound);
        var rows = connection.Query<Row>(
            $"""
            SELECT id, start_year, end_year, basic, {Rest(full)} FROM {table}
            WHERE {where} AND (-end_year, -start_year, id) > (-@AfterEnd, -@AfterStart, @AfterId)
            ORDER BY {NewestFirst} LIMIT @Limit
            """,
            bound).AsList();
        var page = Page.Of(request, Fitting(rows, size), rows, row => [Text(row.end_year), Text(row.start_year), row.id]);
        return (new Page<T>(page.Items.Select(Read).ToList(), page.NextPageToken), total);
    }

    // A page of large documents ends early rather than outgrow a message.
    private static int Fitting(List<Row> rows, int size)
    {
        var bytes = 0L;
        var fitting = 0;
        while (fitting < Math.Min(size, rows.Count) && (fitting == 0 || bytes + (rows[fitting].rest?.Length ?? 0) <= MaxPageBytes))
            bytes += rows[fitting++].rest?.Length ?? 0;
        return Math.Max(1, fitting);
    }

    private static object Columns(StoredDocument document) => new
    {
        document.Id,
        document.Sha256,
        document.Title,
        document.Kind,
        document.Status,
        StartYear = document.Period?.StartYear ?? 0,
        EndYear = document.Period?.EndYear ?? 0,
        Basic = document.Basic.ToByteArray(),
        Rest = document.Rest.ToByteArray(),
    };

    private void InsertRegions(SqliteTransaction transaction, StoredDocument document)
    {
        foreach (var code in document.Region.AncestorCodes.Append(document.Region.Code).Where(code => code.Length > 0))
            transaction.Connection!.Execute($"INSERT INTO {table}_regions (code, id) VALUES (@code, @id)", new { code, id = document.Id }, transaction);
    }

    private string Where(DocumentFilter filter)
    {
        var conditions = new List<string> { "1 = 1" };
        if (filter.RegionCode.Length > 0)
            conditions.Add($"id IN (SELECT id FROM {table}_regions WHERE code = @RegionCode)");
        if (filter.Year != 0)
            conditions.Add("@Year BETWEEN start_year AND end_year");
        if (filter.Kind != 0)
            conditions.Add("kind = @Kind");
        if (filter.Status != 0)
            conditions.Add("status = @Status");
        if (filter.Text.Length > 0)
            conditions.Add(@"title LIKE @Text ESCAPE '\'");
        return string.Join(" AND ", conditions);
    }

    private T Read(Row row)
    {
        var resource = parser.ParseFrom(row.basic);
        if (row.rest is not null)
            resource.MergeFrom(row.rest);
        return resource;
    }

    private static string Rest(bool full) => full ? "rest" : "NULL AS rest";

    private static string Like(string text) => $"%{text.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_")}%";

    // Before the first page stands a year that no document has.
    private static int Year(string? text) => text is null ? int.MaxValue : int.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(long year) => year.ToString(CultureInfo.InvariantCulture);

    // Named as the columns: Dapper fills it.
#pragma warning disable IDE1006
    private sealed record Row(string id, long start_year, long end_year, byte[] basic, byte[]? rest);
#pragma warning restore IDE1006
}
