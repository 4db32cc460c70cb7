namespace Fazhi.Catalogues.Functions;

/// <summary>What a mention of units is.</summary>
public enum UnitMentionKind
{
    /// <summary>Neither could be made out; it is shown as printed.</summary>
    Unresolved,

    /// <summary>One unit: 县司法局.</summary>
    Single,

    /// <summary>Several units under one word: 县属相关部门.</summary>
    Collective,
}
