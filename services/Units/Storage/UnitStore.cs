using Fazhi.Catalogues.Regions;
using Fazhi.Hosting;
using Fazhi.Units.Registry;
using Google.Protobuf;
using Microsoft.Data.Sqlite;

namespace Fazhi.Units.Storage;

/// <summary>The registered units.</summary>
internal sealed class UnitStore(SqliteStore store, ChangeLog changes, RequestIds requestIds, TimeProvider time)
{
    /// <summary>The unit with this id.</summary>
    /// <exception cref="FazhiException">NOT_FOUND.</exception>
    public Task<StoredUnit> GetAsync(string id, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => UnitRows.Find(connection, id) ?? throw NotFound(id), cancellationToken);

    /// <inheritdoc cref="UnitRows.List"/>
    public Task<(IReadOnlyList<StoredUnit> Units, int Total)> ListAsync(
        UnitFilter filter, string afterRegion, string afterName, int limit, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => UnitRows.List(connection, filter, afterRegion, afterName, limit), cancellationToken);

    /// <summary>The units of a region, of those above it and of all below it, at most 50,000.</summary>
    public Task<IReadOnlyList<StoredUnit>> NearAsync(RegionCode region, IReadOnlyCollection<RegionCode> above, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => UnitRows.Near(connection, region, above), cancellationToken);

    /// <summary>Registers a unit.</summary>
    /// <exception cref="FazhiException">ALREADY_EXISTS: its region has one of that name, or its code is taken. INVALID_ARGUMENT: the region is not registered.</exception>
    public Task<StoredUnit> CreateAsync(Unit unit, string requestId, IMessage request, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) =>
        {
            if (requestIds.Find(transaction, requestId, request) is { } known)
            {
                var made = Names.Unit.Parse(known);
                return UnitRows.Find(connection, made) ?? throw NotFound(made);
            }

            if (RegionRows.FirstRegistered(connection, [unit.Region]) is null)
            {
                throw FazhiException.InvalidArgument("unit.region_code", $"区划 {unit.Region} 尚未登记", "REGION_NOT_REGISTERED");
            }

            var id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
            CheckUnique(connection, id, unit);
            UnitRows.Insert(connection, transaction, id, unit, time.GetUtcNow());
            changes.Append(transaction, NameOf(id));
            requestIds.Save(transaction, requestId, request, NameOf(id));
            return UnitRows.Find(connection, id)!;
        },
        cancellationToken);

    /// <summary>Changes a unit.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="etag">The etag that the caller has seen; empty when it does not mind.</param>
    /// <param name="change">Makes the new unit of the present one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FazhiException">NOT_FOUND, ABORTED (changed by someone else) or ALREADY_EXISTS.</exception>
    public Task<StoredUnit> UpdateAsync(string id, string etag, Func<Unit, Unit> change, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) =>
        {
            var current = UnitRows.Find(connection, id) ?? throw NotFound(id);
            Etag.Check(EtagOf(current), etag, "Unit", NameOf(id));
            var unit = change(current.Unit);
            CheckUnique(connection, id, unit);
            UnitRows.Update(connection, transaction, id, unit, time.GetUtcNow());
            changes.Append(transaction, NameOf(id));
            return UnitRows.Find(connection, id)!;
        },
        cancellationToken);

    /// <summary>Removes a unit.</summary>
    /// <exception cref="FazhiException">NOT_FOUND, or ABORTED: changed by someone else.</exception>
    public Task DeleteAsync(string id, string etag, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) =>
        {
            var current = UnitRows.Find(connection, id) ?? throw NotFound(id);
            Etag.Check(EtagOf(current), etag, "Unit", NameOf(id));
            UnitRows.Delete(connection, transaction, id);
            changes.Append(transaction, NameOf(id), deleted: true);
        },
        cancellationToken);

    /// <summary>The resource name of a unit.</summary>
    public static string NameOf(string id) => Names.Unit.Format(id);

    /// <summary>The etag of a unit.</summary>
    public static string EtagOf(StoredUnit stored) => Etag.Of(NameOf(stored.Id), stored.Revision);

    private static void CheckUnique(SqliteConnection connection, string id, Unit unit)
    {
        if (UnitRows.Namesake(connection, id, unit) is { } namesake)
        {
            throw FazhiException.AlreadyExists("Unit", NameOf(namesake), $"区划 {unit.Region} 已有名为“{unit.Name}”的单位");
        }

        if (UnitRows.Holder(connection, id, unit) is { } holder)
        {
            throw FazhiException.AlreadyExists("Unit", NameOf(holder), $"统一社会信用代码 {unit.SocialCreditCode} 已属于另一单位");
        }
    }

    private static FazhiException NotFound(string id) => FazhiException.NotFound("Unit", NameOf(id));
}
