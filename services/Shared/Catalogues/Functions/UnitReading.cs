using System.Collections.Immutable;

namespace Fazhi.Catalogues.Functions;

/// <summary>What a mention of units was read as. Two are equal when all fields but the suggestions are.</summary>
public sealed record UnitReading
{
    /// <summary>As printed, tails such as 等部门 or 按职责分工负责 stripped.</summary>
    public required string Text { get; init; }

    /// <summary>Single, collective or unresolved.</summary>
    public required UnitMentionKind Kind { get; init; }

    /// <summary>
    /// The full name of a single unit in the document's region: 望岫县司法局, 中共望岫县委机构编制委员会办公室. Abbreviations are written out; official names stay
    /// as printed. As printed where the region is not known; empty for a collective and where unresolved.
    /// </summary>
    public string Unit { get; init; } = "";

    /// <summary>Id of the function; empty where it is not known or several have part.</summary>
    public string Function { get; init; } = "";

    /// <summary>The name is the usual one of its function or short for it, so that whatever unit has the function there is meant: 编办, 司法局.</summary>
    public bool UsualName { get; init; }

    /// <summary>The part of the unit that is meant, where it is one: 交警大队 of 县公安局交警大队; otherwise empty.</summary>
    public string Part { get; init; } = "";

    /// <summary>Which units a collective means.</summary>
    public CollectiveKind Collective { get; init; }

    /// <summary>The region of the context that the unit or collective belongs to; null where it is another one or not known.</summary>
    public ContextRegion? Region { get; init; }

    /// <summary>The name of a region outside the context, as printed: 云汀县 of 云汀县司法局; otherwise empty.</summary>
    public string OtherRegion { get; init; } = "";

    /// <summary>Names that may be meant where the printed one is not known, best first.</summary>
    public ImmutableArray<NameSuggestion> Suggestions { get; init; } = [];
}
