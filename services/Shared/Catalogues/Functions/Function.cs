using System.Collections.Immutable;
using Fazhi.Catalogues.Regions;

namespace Fazhi.Catalogues.Functions;

/// <summary>
/// A function 职能 that is the same in every region, whoever carries it out: 司法行政 is 司法厅 in a province, 司法局 in a city or county, 司法所 in a town.
/// </summary>
/// <param name="Id">Lower-case ASCII words joined by hyphens: judicial-administration. Ids are never renamed.</param>
/// <param name="Name">What it is called in Chinese: 司法行政.</param>
/// <param name="Kind">The kind of its units.</param>
public sealed record Function(string Id, string Name, UnitKind Kind)
{
    /// <summary>Usual names without the region, by <see cref="RegionLevel"/>, the most usual first; empty where the level has no such unit.</summary>
    public required ImmutableArray<ImmutableArray<string>> Names { get; init; }

    /// <summary>Other names of units of this function that are official somewhere: 城市管理行政执法局.</summary>
    public required ImmutableArray<string> Variants { get; init; }

    /// <summary>Abbreviations and what each is short for: 人社局, 编办; an empty second part means the usual name.</summary>
    public required ImmutableArray<(string Short, string Full)> Abbreviations { get; init; }

    /// <summary>Words from which names of merged departments are made: 农业农村, 水利 of 农业农村和水利局.</summary>
    public required ImmutableArray<string> Stems { get; init; }

    /// <summary>How a full name is made of region {R} and name {N}: <c>{R}{N}</c>, <c>中共{R}委{N}</c>.</summary>
    public required string Form { get; init; }

    /// <summary>Its units enforce administrative law: 行政执法部门.</summary>
    public required bool Enforcement { get; init; }

    /// <summary>What it came from, newest first.</summary>
    public required ImmutableArray<LineageStep> Lineage { get; init; }

    /// <summary>The usual name at a level, without the region and with {L} for the level word; null where there is no such unit.</summary>
    public string? NameAt(RegionLevel level) => Names[(int)level].FirstOrDefault();

    /// <summary>True when its units are party bodies named after the committee: 县委组织部.</summary>
    internal bool OfCommittee => Form.Contains("委{N}", StringComparison.Ordinal);
}
