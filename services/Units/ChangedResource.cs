using Fazhi.Hosting;
using Fazhi.Units.Storage;
using Microsoft.Data.Sqlite;

namespace Fazhi.Units;

/// <summary>What the change feed carries: a region or a unit.</summary>
internal sealed record ChangedResource(StoredRegion? Region, StoredUnit? Unit)
{
    /// <summary>The resource with this name; null when it is gone.</summary>
    public static ChangedResource? Load(SqliteConnection connection, string name)
    {
        var region = Names.Region.TryParse(name) is [var code] ? RegionRows.Find(connection, code) : null;
        var unit = Names.Unit.TryParse(name) is [var id] ? UnitRows.Find(connection, id) : null;
        return region is null && unit is null ? null : new ChangedResource(region, unit);
    }

    /// <summary>The message of a change.</summary>
    public static V1.WatchChangesResponse ToMessage(Change<ChangedResource> change)
    {
        var message = new V1.WatchChangesResponse
        {
            ResumeToken = change.Entry.ResumeToken,
            CaughtUp = change.Entry.CaughtUp,
            Name = change.Entry.Name,
            Deleted = change.Entry.Deleted,
        };
        if (change.Resource is { Region: { } region })
        {
            message.Region = RegionMessages.ToMessage(region);
        }
        else if (change.Resource is { Unit: { } unit })
        {
            message.Unit = UnitMessages.ToMessage(unit);
        }

        return message;
    }
}
