using System.Collections.Immutable;
using Dapper;
using Fazhi.Catalogues.Regions;
using Microsoft.Data.Sqlite;

namespace Fazhi.Units.Storage;

/// <summary>The table of regions: rows in, domain objects out.</summary>
internal static class RegionRows
{
    /// <summary>The region with this code and those above it; null when it is not registered.</summary>
    public static StoredRegion? Find(SqliteConnection connection, string code)
    {
        var path = connection.Query<Row>(
            """
            WITH RECURSIVE path (code, depth) AS (
                SELECT @code, 0
                UNION ALL
                SELECT regions.parent_code, depth + 1 FROM path JOIN regions ON regions.code = path.code WHERE regions.parent_code IS NOT NULL
            )
            SELECT regions.code, parent_code AS parentCode, name, short_names AS shortNames, former, source, revision, update_time AS updateTime
            FROM path JOIN regions ON regions.code = path.code
            ORDER BY depth DESC
            """,
            new { code }).AsList();
        return path.Count == 0 ? null : path[^1].ToStored([.. path.SkipLast(1).Select(row => row.ToRegion())]);
    }

    /// <summary>All regions in the order of their codes.</summary>
    public static IEnumerable<StoredRegion> All(SqliteConnection connection) => connection.Query<Row>(
        """
        SELECT code, parent_code AS parentCode, name, short_names AS shortNames, former, source, revision, update_time AS updateTime
        FROM regions ORDER BY code
        """).Select(row => row.ToStored([]));

    /// <summary>The nearest of <paramref name="codes"/> that is registered, in the order given; null when none is.</summary>
    public static RegionCode? FirstRegistered(SqliteConnection connection, IEnumerable<RegionCode> codes)
    {
        foreach (var code in codes)
        {
            if (connection.ExecuteScalar<long>("SELECT count(*) FROM regions WHERE code = @code", new { code = code.Value }) > 0)
            {
                return code;
            }
        }

        return null;
    }

    /// <summary>Writes regions, new ones and those that are there already, in one statement: parents may come in any order.</summary>
    public static void Put(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<Region> regions, string source, DateTimeOffset now) => connection.Execute(
        """
        INSERT INTO regions (code, parent_code, level, name, short_names, former, source, revision, update_time)
        SELECT value ->> 'code', value ->> 'parent', value ->> 'level', value ->> 'name', value -> 'short_names', value -> 'former', @source, 1, @now
        FROM json_each(@rows)
        WHERE true
        ON CONFLICT (code) DO UPDATE
        SET parent_code = excluded.parent_code, name = excluded.name, short_names = excluded.short_names, former = excluded.former,
            source = excluded.source, revision = revision + 1, update_time = excluded.update_time
        """,
        new { rows = Json.Write(regions.Select(InputRow.Of)), source, now = now.ToUnixTimeMilliseconds() },
        transaction);

    private sealed record InputRow(string Code, string? Parent, int Level, string Name, IEnumerable<string> ShortNames, IEnumerable<FormerRow> Former)
    {
        public static InputRow Of(Region region) => new(
            region.Code.Value,
            region.Parent?.Value,
            (int)region.Level,
            region.Name,
            region.ShortNames,
            region.Former.Select(former => new FormerRow(former.Code?.Value, former.Name, former.UntilYear)));
    }

    private sealed record FormerRow(string? Code, string Name, int? UntilYear);

    private sealed record Row(string Code, string? ParentCode, string Name, string ShortNames, string Former, string Source, long Revision, long UpdateTime)
    {
        public Region ToRegion() => new(RegionCode.Parse(Code), Name, ParentCode is null ? null : RegionCode.Parse(ParentCode))
        {
            ShortNames = [.. Json.Read<string>(ShortNames)],
            Former = [.. Json.Read<FormerRow>(Former).Select(row => new FormerRegion(row.Code is null ? null : RegionCode.Parse(row.Code), row.Name, row.UntilYear))],
        };

        public StoredRegion ToStored(ImmutableArray<Region> ancestors) =>
            new(ToRegion(), ancestors, Source, Revision, DateTimeOffset.FromUnixTimeMilliseconds(UpdateTime));
    }
}
