using System.Collections.Frozen;
using Fazhi.Catalogues.Functions;
using Fazhi.Catalogues.Regions;
using Fazhi.Units.Storage;

namespace Fazhi.Units.Mentions;

/// <summary>The registered units that the mentions of one document can mean: those of its region, above it and below it. Immutable.</summary>
internal sealed class UnitDirectory
{
    private static readonly FrozenSet<string> _noDepartments =
        FrozenSet.ToFrozenSet([FunctionIds.PeoplesGovernment, FunctionIds.TownshipGovernment, FunctionIds.PartyCommittee, FunctionIds.VillageCommittee], StringComparer.Ordinal);

    private readonly RegionCatalog _regions;
    private readonly FunctionCatalog _functions;
    private readonly ILookup<RegionCode, StoredUnit> _active;
    private readonly ILookup<(RegionCode, string), StoredUnit> _byName;
    private readonly ILookup<(RegionCode, string), StoredUnit> _byFormerName;
    private readonly Dictionary<(CollectiveKind, RegionCode, string), IReadOnlyList<StoredUnit>> _members = [];

    public UnitDirectory(RegionCatalog regions, FunctionCatalog functions, IReadOnlyList<StoredUnit> units)
    {
        (_regions, _functions) = (regions, functions);
        _active = units.Where(stored => stored.Unit.EndDate is null).ToLookup(stored => stored.Unit.Region);
        _byName = units.OrderBy(stored => stored.Unit.EndDate is not null)
            .SelectMany(stored => stored.Unit.ShortNames.Append(stored.Unit.Name).Distinct().Select(name => (Name: name, Stored: stored)))
            .ToLookup(entry => (entry.Stored.Unit.Region, entry.Name), entry => entry.Stored);
        _byFormerName = units
            .SelectMany(stored => stored.Unit.History.Select(step => step.FormerName).Where(name => name.Length > 0).Distinct().Select(name => (Name: name, Stored: stored)))
            .ToLookup(entry => (entry.Stored.Unit.Region, entry.Name), entry => entry.Stored);
    }

    /// <summary>The unit of this region that goes by one of the names, of today before former ones; null where there is none or more than one.</summary>
    public StoredUnit? Find(RegionCode region, params ReadOnlySpan<string> names)
    {
        foreach (var lookup in (ReadOnlySpan<ILookup<(RegionCode, string), StoredUnit>>)[_byName, _byFormerName])
        {
            foreach (var name in names)
            {
                if (Only(lookup[(region, name)]) is { } unit)
                    return unit;
            }
        }

        return null;
    }

    /// <summary>The only active unit of this function in the region; null where there is none or more than one.</summary>
    public StoredUnit? OfFunction(RegionCode region, string function) =>
        function.Length == 0 ? null : Only(_active[region].Where(stored => stored.Unit.Function == function));

    /// <summary>Full names of the active units of a region.</summary>
    public IEnumerable<StoredUnit> ActiveIn(RegionCode region) => _active[region];

    /// <summary>The members of a collective in a region, by name; each question is worked out once.</summary>
    public IReadOnlyList<StoredUnit> MembersOf(CollectiveKind kind, RegionCode region, string function)
    {
        var key = (kind, region, kind is CollectiveKind.OneFunction ? function : "");
        if (!_members.TryGetValue(key, out var members))
            _members[key] = members = [.. Members(kind, region, function).OrderBy(stored => stored.Unit.Region).ThenBy(stored => stored.Unit.Name, StringComparer.Ordinal)];
        return members;
    }

    private IEnumerable<StoredUnit> Members(CollectiveKind kind, RegionCode region, string function) => kind switch
    {
        CollectiveKind.Departments or CollectiveKind.RelatedDepartments => Departments(region),
        CollectiveKind.EnforcementDepartments => Departments(region).Where(stored => _functions.Find(stored.Unit.Function) is { Enforcement: true }),
        CollectiveKind.Townships => Townships(region),
        CollectiveKind.Everyone => Departments(region).Concat(Townships(region)),
        CollectiveKind.RegionsBelow => _regions.ChildrenOf(region).SelectMany(below => _active[below.Code]).Where(stored => stored.Unit.Function == FunctionIds.PeoplesGovernment),
        CollectiveKind.OneFunction => Below(region).Where(stored => stored.Unit.Function == function && stored.Unit.Region != region),
        CollectiveKind.Villages => Below(region).Where(stored => stored.Unit.Function == FunctionIds.VillageCommittee),
        _ => [],
    };

    private IEnumerable<StoredUnit> Departments(RegionCode region) =>
        _active[region].Where(stored => stored.Unit.Kind is not UnitKind.Township && !_noDepartments.Contains(stored.Unit.Function));

    private IEnumerable<StoredUnit> Townships(RegionCode region) =>
        Below(region).Where(stored => stored.Unit.Kind is UnitKind.Township && stored.Unit.Function is not FunctionIds.VillageCommittee);

    private IEnumerable<StoredUnit> Below(RegionCode region) =>
        _active.Where(group => _regions.Find(group.Key) is { } found && _regions.IsWithin(found, region)).SelectMany(group => group);

    /// <summary>The only one; of several the only one that has not ended.</summary>
    private static StoredUnit? Only(IEnumerable<StoredUnit> units)
    {
        StoredUnit? found = null;
        foreach (var unit in units.Distinct())
        {
            if (found is not null && (found.Unit.EndDate is null) == (unit.Unit.EndDate is null))
                return null;
            found = found is null || found.Unit.EndDate is not null ? unit : found;
        }

        return found;
    }
}
