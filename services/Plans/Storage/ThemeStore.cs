using Dapper;
using Fazhi.Hosting;

namespace Fazhi.Plans.Storage;

/// <summary>Loaded theme catalogues and crosswalks, as JSON.</summary>
internal sealed class ThemeStore(SqliteStore store, PlanStore plans, TimeProvider time)
{
    /// <summary>The loaded catalogues, by id.</summary>
    public Task<IReadOnlyList<LoadedCatalogue>> CataloguesAsync(CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<LoadedCatalogue>>(
        connection => connection.Query<LoadedCatalogue>("SELECT id, json, time FROM theme_catalogues ORDER BY id").AsList(), cancellationToken);

    /// <summary>What changes whenever a loaded catalogue does.</summary>
    public Task<string> StateAsync(CancellationToken cancellationToken) => store.ReadAsync(
        connection => connection.ExecuteScalar<string?>("SELECT group_concat(id || '/' || time, ' ' ORDER BY id) FROM theme_catalogues") ?? "", cancellationToken);

    /// <summary>Keeps a catalogue in the place of the one of the same id.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="json">The catalogue.</param>
    /// <param name="most">Most catalogues that may be loaded.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>False if it was there before: nothing has changed then.</returns>
    /// <exception cref="FazhiException">RESOURCE_EXHAUSTED with reason <c>TOO_MANY_CATALOGUES</c>.</exception>
    public Task<bool> SaveAsync(string id, string json, int most, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) =>
        {
            if (connection.ExecuteScalar<string?>("SELECT json FROM theme_catalogues WHERE id = @id", new { id }, transaction) == json)
                return false;
            connection.Execute(
                "INSERT INTO theme_catalogues (id, json, time) VALUES (@id, @json, @now) ON CONFLICT (id) DO UPDATE SET json = excluded.json, time = excluded.time",
                new { id, json, now = time.GetUtcNow().ToUnixTimeMilliseconds() },
                transaction);
            if (connection.ExecuteScalar<int>("SELECT count(*) FROM theme_catalogues", transaction: transaction) > most)
                throw FazhiException.ResourceExhausted("TOO_MANY_CATALOGUES", $"最多可载入 {most} 个主题目录");
            return true;
        },
        cancellationToken);

    /// <summary>Has all plans taken in anew by those who follow them, once for each state of the catalogues. To be called when the state is in force: who takes a plan in before that would keep the old themes.</summary>
    public Task AnnounceAsync(string state, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) =>
        {
            if (connection.Execute("UPDATE theme_announcement SET state = @state WHERE state <> @state", new { state }, transaction) > 0)
                plans.TouchAll(transaction);
        },
        cancellationToken);

    /// <summary>Removes a loaded catalogue with its crosswalks.</summary>
    /// <returns>False if none of that id is loaded.</returns>
    public Task<bool> DeleteAsync(string id, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) =>
        {
            if (connection.Execute("DELETE FROM theme_catalogues WHERE id = @id", new { id }, transaction) == 0)
                return false;
            connection.Execute("DELETE FROM crosswalks WHERE @id IN (from_id, to_id)", new { id }, transaction);
            return true;
        },
        cancellationToken);

    /// <summary>A loaded crosswalk as JSON; null if there is none.</summary>
    public Task<string?> CrosswalkAsync(string from, string to, CancellationToken cancellationToken) => store.ReadAsync(
        connection => connection.ExecuteScalar<string?>("SELECT json FROM crosswalks WHERE from_id = @from AND to_id = @to", new { from, to }), cancellationToken);

    /// <summary>Keeps a crosswalk in the place of the one between the same two catalogues.</summary>
    public Task SaveCrosswalkAsync(string from, string to, string json, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) => connection.Execute(
            "INSERT INTO crosswalks (from_id, to_id, json) VALUES (@from, @to, @json) ON CONFLICT (from_id, to_id) DO UPDATE SET json = excluded.json",
            new { from, to, json },
            transaction),
        cancellationToken);
}
