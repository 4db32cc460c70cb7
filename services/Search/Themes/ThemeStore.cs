using System.Text.Json;
using Dapper;
using Fazhi.Hosting;

namespace Fazhi.Search.Themes;

/// <summary>The loaded theme catalogues of the plan service, as last seen: they are known also while it cannot be reached.</summary>
internal sealed class ThemeStore(SqliteStore store)
{
    /// <summary>The catalogues as JSON; null before they were first seen.</summary>
    public Task<IReadOnlyList<string>?> FindAsync(CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<string>?>(
        connection => connection.QuerySingleOrDefault<string>("SELECT loaded FROM theme_catalogues") is { } loaded ? JsonSerializer.Deserialize<string[]>(loaded) : null,
        cancellationToken);

    /// <summary>Keeps these in the place of those before.</summary>
    public Task ReplaceAsync(IReadOnlyList<string> catalogues, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) => connection.Execute(
            "INSERT OR REPLACE INTO theme_catalogues (only, loaded) VALUES (1, @loaded)", new { loaded = JsonSerializer.Serialize(catalogues) }, transaction),
        cancellationToken);
}
