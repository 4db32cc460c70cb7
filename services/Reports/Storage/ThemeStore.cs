using Dapper;
using Fazhi.Hosting;

namespace Fazhi.Reports.Storage;

/// <summary>The loaded theme catalogues of the plan service, as last seen.</summary>
internal sealed class ThemeStore(SqliteStore store, ReportStore reports)
{
    private const string SelectAll = "SELECT json FROM theme_catalogues ORDER BY number";

    /// <summary>The catalogues as JSON.</summary>
    public Task<IReadOnlyList<string>> AllAsync(CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<string>>(connection => connection.Query<string>(SelectAll).AsList(), cancellationToken);

    /// <summary>Keeps these in the place of those before; all reports are taken in anew by those who follow them.</summary>
    /// <returns>False if they are the same: nothing has changed then.</returns>
    public Task<bool> ReplaceAsync(IReadOnlyList<string> catalogues, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) =>
        {
            if (connection.Query<string>(SelectAll, transaction: transaction).SequenceEqual(catalogues))
                return false;
            connection.Execute("DELETE FROM theme_catalogues", transaction: transaction);
            connection.Execute(
                "INSERT INTO theme_catalogues (number, json) VALUES (@number, @json)", catalogues.Select((json, index) => new { number = index + 1, json }), transaction);
            reports.TouchAll(transaction);
            return true;
        },
        cancellationToken);
}
