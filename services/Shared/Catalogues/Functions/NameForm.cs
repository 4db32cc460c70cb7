namespace Fazhi.Catalogues.Functions;

/// <summary>What kind of name of a function's unit was met; of two meanings of one name the lower goes first.</summary>
internal enum NameForm
{
    /// <summary>The usual name: 司法局.</summary>
    Usual,

    /// <summary>Another official name: 城市管理行政执法局.</summary>
    Variant,

    /// <summary>The branch of a department of the city in a county or district: 生态环境分局.</summary>
    Branch,

    /// <summary>An abbreviation: 人社局.</summary>
    Abbreviation,

    /// <summary>A name from before a reform: 工商行政管理局.</summary>
    Former,
}

/// <summary>A name of units of a function, as it stands after the region.</summary>
/// <param name="Function">The function.</param>
/// <param name="Form">What kind of name.</param>
/// <param name="Full">The name to show, without region and committee; empty for the usual name of the level.</param>
/// <param name="Levels">Bits of the levels at which it is usual, 0 where all are possible.</param>
/// <param name="NeedsPrefix">It is no name without a region before it: 委 of 县委.</param>
internal sealed record FunctionName(Function Function, NameForm Form, string Full, int Levels, bool NeedsPrefix)
{
    /// <summary>True when the name can be meant at this level.</summary>
    public bool Fits(Regions.RegionLevel level) => Levels == 0 || (Levels & (1 << (int)level)) != 0;
}
