using Dapper;
using Fazhi.Catalogues.Regions;
using Fazhi.Hosting;
using Fazhi.Units.Registry;
using Google.Protobuf;
using Microsoft.Data.Sqlite;

namespace Fazhi.Units.Storage;

/// <summary>The registered regions, and the catalog made of them for resolving.</summary>
internal sealed class RegionStore(SqliteStore store, ChangeLog changes, RequestIds requestIds, TimeProvider time)
{
    /// <summary>Source of a region that a user made or changed.</summary>
    public const string UserSource = "user";

    private long _revision;
    private volatile Snapshot? _snapshot;

    /// <summary>The region with this code.</summary>
    /// <exception cref="FazhiException">NOT_FOUND.</exception>
    public Task<StoredRegion> GetAsync(RegionCode code, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => RegionRows.Find(connection, code.Value) ?? throw NotFound(code), cancellationToken);

    /// <summary>Those of the regions that are registered, in the order given.</summary>
    public Task<IReadOnlyList<StoredRegion>> GetManyAsync(IReadOnlyCollection<RegionCode> codes, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<StoredRegion>>(
            connection => [.. codes.Select(code => RegionRows.Find(connection, code.Value)).OfType<StoredRegion>()], cancellationToken);

    /// <summary>At most <paramref name="limit"/> regions after the code <paramref name="after"/>, and how many there are in all.</summary>
    public Task<(IReadOnlyList<StoredRegion> Regions, int Total)> ListAsync(RegionFilter filter, string after, int limit, CancellationToken cancellationToken) =>
        store.ReadAsync<(IReadOnlyList<StoredRegion>, int)>(
            connection =>
            {
                var parameters = new { parent = filter.Parent?.Value, below = filter.Below?.Value, level = (int?)filter.Level, text = filter.Text, after, limit };
                var codes = connection.Query<string>($"SELECT code FROM regions WHERE {Matches} AND code > @after ORDER BY code LIMIT @limit", parameters);
                var total = connection.ExecuteScalar<int>($"SELECT count(*) FROM regions WHERE {Matches}", parameters);
                return ([.. codes.Select(code => RegionRows.Find(connection, code)!)], total);
            },
            cancellationToken);

    /// <summary>Registers a region.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="parent">The parent, if the caller gave one; else the nearest registered region that the code allows.</param>
    /// <param name="draft">Its names.</param>
    /// <param name="requestId">For safe retries; empty for none.</param>
    /// <param name="request">The whole request, to recognise a retry.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FazhiException">ALREADY_EXISTS: the code is taken. INVALID_ARGUMENT: a name is wrong, or the parent is none or not registered.</exception>
    public async Task<StoredRegion> CreateAsync(
        RegionCode code, RegionCode? parent, RegionDraft draft, string requestId, IMessage request, CancellationToken cancellationToken)
    {
        var created = await store.WriteAsync(
            (connection, transaction) =>
            {
                if (requestIds.Find(transaction, requestId, request) is { } known)
                {
                    return RegionRows.Find(connection, Names.Region.Parse(known)) ?? throw NotFound(code);
                }

                if (RegionRows.Find(connection, code.Value) is { } taken)
                {
                    throw FazhiException.AlreadyExists("Region", NameOf(code), $"区划代码 {code} 已登记为{taken.Region.Name}");
                }

                var region = draft.Check(code, ParentOf(connection, code, parent));
                RegionRows.Put(connection, transaction, [region], UserSource, time.GetUtcNow());
                changes.Append(transaction, NameOf(code));
                requestIds.Save(transaction, requestId, request, NameOf(code));
                return RegionRows.Find(connection, code.Value)!;
            },
            cancellationToken);
        Interlocked.Increment(ref _revision);
        return created;
    }

    /// <summary>Registers many regions, all or none; one that is there with the same name is left as it is.</summary>
    /// <returns>How many were new and how many were there.</returns>
    /// <exception cref="FazhiException">ALREADY_EXISTS: a code is taken by another name. INVALID_ARGUMENT: a name or parent is wrong, or a code comes twice.</exception>
    public async Task<(int Created, int Unchanged)> ImportAsync(IReadOnlyList<RegionImport> given, CancellationToken cancellationToken)
    {
        var counts = await store.WriteAsync(
            (connection, transaction) =>
            {
                var present = RegionRows.All(connection).ToDictionary(stored => stored.Region.Code, stored => stored.Region);
                var known = present.Keys.ToHashSet();
                var added = new List<Region>();
                // Parents go first: their codes are shorter or smaller.
                foreach (var entry in given.OrderBy(entry => entry.Code.Level).ThenBy(entry => entry.Code))
                {
                    var path = $"regions[{entry.At}]";
                    if (present.TryGetValue(entry.Code, out var taken))
                    {
                        if (taken.Name != entry.Draft.Name.Trim())
                            throw FazhiException.AlreadyExists("Region", NameOf(entry.Code), $"{path}：区划代码 {entry.Code} 已登记为{taken.Name}");
                        continue;
                    }

                    if (!known.Add(entry.Code))
                        throw FazhiException.InvalidArgument($"{path}.code", $"区划代码 {entry.Code} 在本次导入中重复");
                    added.Add(entry.Draft.Check(entry.Code, ParentOf(known, entry, path), path));
                }

                RegionRows.Put(connection, transaction, added, UserSource, time.GetUtcNow());
                changes.AppendAll(transaction, added.Select(region => NameOf(region.Code)));
                return (added.Count, given.Count - added.Count);
            },
            cancellationToken);
        Interlocked.Increment(ref _revision);
        return counts;
    }

    /// <summary>Changes a region; one that does not differ stays as it is.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="etag">The etag that the caller has seen; empty when it does not mind.</param>
    /// <param name="change">Makes the new region of the present one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FazhiException">NOT_FOUND, or ABORTED: changed by someone else.</exception>
    public async Task<StoredRegion> UpdateAsync(RegionCode code, string etag, Func<Region, Region> change, CancellationToken cancellationToken)
    {
        var updated = await store.WriteAsync(
            (connection, transaction) =>
            {
                var current = RegionRows.Find(connection, code.Value) ?? throw NotFound(code);
                Etag.Check(EtagOf(current), etag, "Region", NameOf(code));
                var region = change(current.Region);
                if (region == current.Region)
                {
                    return current;
                }

                RegionRows.Put(connection, transaction, [region], UserSource, time.GetUtcNow());
                changes.Append(transaction, NameOf(code));
                return RegionRows.Find(connection, code.Value)!;
            },
            cancellationToken);
        Interlocked.Increment(ref _revision);
        return updated;
    }

    /// <summary>
    /// Takes an edition of the region data over, once: adds what is missing and changes what users have not touched. Both are changes like any
    /// other in the feed.
    /// </summary>
    /// <returns>How many regions were added or changed.</returns>
    public async Task<int> SeedAsync(string edition, Func<IReadOnlyCollection<Region>> load, CancellationToken cancellationToken)
    {
        var written = await store.WriteAsync(
            (connection, transaction) =>
            {
                if (connection.ExecuteScalar<long>("SELECT count(*) FROM region_editions WHERE edition = @edition", new { edition }) > 0)
                {
                    return 0;
                }

                var now = time.GetUtcNow();
                connection.Execute("INSERT INTO region_editions (edition, time) VALUES (@edition, @now)", new { edition, now = now.ToUnixTimeMilliseconds() }, transaction);
                var present = RegionRows.All(connection).ToDictionary(stored => stored.Region.Code);
                var due = load().Where(region => IsDue(region, present.GetValueOrDefault(region.Code))).ToList();
                RegionRows.Put(connection, transaction, due, edition, now);
                changes.AppendAll(transaction, due.Select(region => NameOf(region.Code)));
                return due.Count;
            },
            cancellationToken);
        Interlocked.Increment(ref _revision);
        return written;
    }

    /// <summary>All regions as they are now, ready for resolving.</summary>
    public async Task<RegionCatalog> CatalogAsync(CancellationToken cancellationToken)
    {
        // Read before the rows: a write in between makes the snapshot older than it is, never newer.
        var revision = Interlocked.Read(ref _revision);
        if (_snapshot is { } snapshot && snapshot.Revision == revision)
        {
            return snapshot.Catalog;
        }

        var catalog = await store.ReadAsync(connection => new RegionCatalog(RegionRows.All(connection).Select(stored => stored.Region)), cancellationToken);
        _snapshot = new Snapshot(revision, catalog);
        return catalog;
    }

    /// <summary>The resource name of a region.</summary>
    public static string NameOf(RegionCode code) => Names.Region.Format(code.Value);

    /// <summary>The etag of a region.</summary>
    public static string EtagOf(StoredRegion stored) => Etag.Of(NameOf(stored.Region.Code), stored.Revision);

    private static bool IsDue(Region region, StoredRegion? present) =>
        present is null || (present.Source != UserSource && present.Region != region);

    private static RegionCode? ParentOf(SqliteConnection connection, RegionCode code, RegionCode? given)
    {
        var possible = code.PossibleParents.ToList();
        if (given is { } parent && !possible.Contains(parent))
        {
            throw FazhiException.InvalidArgument(
                "region.parent_code", possible.Count == 0 ? $"{code} 是省级代码，没有上级区划" : $"代码 {code} 的上级只能是 {string.Join(" 或 ", possible)}");
        }

        var allowed = given is { } only ? [only] : possible;
        return possible.Count == 0 ? null : RegionRows.FirstRegistered(connection, allowed)
            ?? throw FazhiException.InvalidArgument(
                given is null ? "region.code" : "region.parent_code", $"{code} 的上级区划 {string.Join(" 或 ", allowed)} 尚未登记：请先登记上级", "PARENT_NOT_REGISTERED");
    }

    private static RegionCode? ParentOf(HashSet<RegionCode> known, RegionImport entry, string path)
    {
        var possible = entry.Code.PossibleParents.ToList();
        if (possible.Count == 0)
            return null;
        if (entry.Parent is { } given && !possible.Contains(given))
            throw FazhiException.InvalidArgument($"{path}.parent_code", $"代码 {entry.Code} 的上级只能是 {string.Join(" 或 ", possible)}");
        var found = possible.Where(code => (entry.Parent is null || entry.Parent == code) && known.Contains(code)).Select(code => (RegionCode?)code).FirstOrDefault();
        return found ?? throw FazhiException.InvalidArgument($"{path}.code", $"{entry.Code} 的上级区划尚未登记：请先登记上级，或一并导入", "PARENT_NOT_REGISTERED");
    }

    private static FazhiException NotFound(RegionCode code) => FazhiException.NotFound("Region", NameOf(code));

    private const string Matches =
        """
        (@parent IS NULL OR parent_code = @parent)
        AND (@level IS NULL OR level = @level)
        AND (@text = '' OR instr(name, @text) > 0 OR EXISTS (SELECT 1 FROM json_each(short_names) WHERE instr(value, @text) > 0))
        AND (@below IS NULL OR code IN (
            WITH RECURSIVE below (code) AS (
                SELECT @below
                UNION ALL
                SELECT regions.code FROM below JOIN regions ON regions.parent_code = below.code
            )
            SELECT code FROM below))
        """;

    private sealed record Snapshot(long Revision, RegionCatalog Catalog);
}
