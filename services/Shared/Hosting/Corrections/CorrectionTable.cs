using Dapper;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Data.Sqlite;

namespace Fazhi.Hosting;

/// <summary>
/// What people set by hand in parts of documents: fields of a task or a passage. Kept beside what was read, so that a field can be given back to the
/// reader, and so that a document that is read anew keeps them.
/// </summary>
/// <typeparam name="T">The part in the contract; it has a field <c>corrected_fields</c>.</typeparam>
/// <param name="parser">Parser of the part.</param>
/// <param name="correctedFields">The part's field <c>corrected_fields</c>.</param>
/// <param name="time">Clock.</param>
public sealed class CorrectionTable<T>(MessageParser<T> parser, Func<T, ICollection<string>> correctedFields, TimeProvider time)
    where T : class, IMessage<T>, new()
{
    private static readonly FieldMask.MergeOptions Replace = new() { ReplaceRepeatedFields = true, ReplaceMessageFields = true, ReplacePrimitiveFields = true };

    /// <summary>Sets fields of a part.</summary>
    /// <param name="transaction">The write transaction.</param>
    /// <param name="document">Id of the document.</param>
    /// <param name="number">The part, from 1.</param>
    /// <param name="values">A part with the new values.</param>
    /// <param name="fields">Names of the fields.</param>
    /// <param name="anchor">By what the part is found again.</param>
    public void Set(SqliteTransaction transaction, string document, int number, T values, IEnumerable<string> fields, PartAnchor anchor)
    {
        foreach (var field in fields)
        {
            var value = new T();
            FieldMask.FromString<T>(field).Merge(values, value, Replace);
            Insert(transaction, new Row(document, number, field, value.ToByteArray(), anchor.Label, anchor.Text, time.GetUtcNow().ToUnixTimeMilliseconds()));
        }
    }

    /// <summary>Gives fields of a part back to the reader.</summary>
    public void Reset(SqliteTransaction transaction, string document, int number, IEnumerable<string> fields)
    {
        foreach (var field in fields)
            transaction.Connection!.Execute("DELETE FROM corrections WHERE document = @document AND number = @number AND field = @field", new { document, number, field }, transaction);
    }

    /// <summary>Removes all of a document.</summary>
    public void Delete(SqliteTransaction transaction, string document) =>
        transaction.Connection!.Execute("DELETE FROM corrections WHERE document = @document", new { document }, transaction);

    /// <summary>Puts what people set into the parts of a document.</summary>
    /// <param name="connection">A reader.</param>
    /// <param name="document">Id of the document.</param>
    /// <param name="partOf">The part with a number, from 1; null where it is not asked for.</param>
    public void Apply(SqliteConnection connection, string document, Func<int, T?> partOf)
    {
        foreach (var row in RowsOf(connection, document).Where(row => row.number is not null))
        {
            if (partOf((int)row.number!.Value) is not { } part)
                continue;
            FieldMask.FromString<T>(row.field).Merge(parser.ParseFrom(row.value), part, Replace);
            correctedFields(part).Add(row.field);
        }
    }

    /// <summary>
    /// Places the corrections of a document that was read anew at its new parts. One that finds none is kept, and comes back with a reading that has its part.
    /// </summary>
    /// <returns>The parts, as they were, whose corrections found no place.</returns>
    public IReadOnlyList<PartAnchor> Place(SqliteTransaction transaction, string document, IReadOnlyList<PartAnchor> parts)
    {
        var rows = RowsOf(transaction.Connection!, document);
        if (rows.Count == 0)
            return [];
        var matcher = new PartMatcher(parts);
        Delete(transaction, document);
        // The later of two that come to the same place wins.
        foreach (var row in rows.OrderBy(row => row.time))
            Insert(transaction, row with { number = matcher.Find(AnchorOf(row), (int)(row.number ?? 0)) });
        return [.. RowsOf(transaction.Connection!, document).Where(row => row.number is null).Select(AnchorOf).Distinct()];
    }

    private static PartAnchor AnchorOf(Row row) => new(row.label, row.text);

    private static List<Row> RowsOf(SqliteConnection connection, string document) => connection.Query<Row>(
        "SELECT document, number, field, value, label, text, time FROM corrections WHERE document = @document ORDER BY number, field", new { document }).AsList();

    private static void Insert(SqliteTransaction transaction, Row row) => transaction.Connection!.Execute(
        """
        INSERT INTO corrections (document, number, field, value, label, text, time) VALUES (@document, @number, @field, @value, @label, @text, @time)
        ON CONFLICT (document, number, field) WHERE number IS NOT NULL DO UPDATE SET value = excluded.value, label = excluded.label, text = excluded.text, time = excluded.time
        """,
        row,
        transaction);

    // Named as the columns: Dapper fills it.
#pragma warning disable IDE1006
    private sealed record Row(string document, long? number, string field, byte[] value, string label, string text, long time);
#pragma warning restore IDE1006
}
