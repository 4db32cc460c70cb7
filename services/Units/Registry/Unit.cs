using System.Collections.Immutable;
using Fazhi.Catalogues.Functions;
using Fazhi.Catalogues.Regions;

namespace Fazhi.Units.Registry;

/// <summary>A unit 责任单位 of a region. Made by <see cref="UnitDraft.Check"/>, so that its values are always in order.</summary>
/// <param name="Region">The registered region it belongs to.</param>
/// <param name="Name">Full name: 望岫县司法局.</param>
public sealed record Unit(RegionCode Region, string Name)
{
    /// <summary>What documents call it: 县司法局.</summary>
    public ImmutableArray<string> ShortNames { get; init; } = [];

    /// <summary>The kind.</summary>
    public UnitKind Kind { get; init; }

    /// <summary>Id of its function 职能, the same in every region: judicial-administration; empty when not known.</summary>
    public string Function { get; init; } = "";

    /// <summary>统一社会信用代码; null when not known.</summary>
    public SocialCreditCode? SocialCreditCode { get; init; }

    /// <summary>Renamings and mergers, newest first.</summary>
    public ImmutableArray<UnitStep> History { get; init; } = [];

    /// <summary>First day; null when not known.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>Last day; null while it exists.</summary>
    public DateOnly? EndDate { get; init; }
}
