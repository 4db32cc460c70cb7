namespace Fazhi.Catalogues.Themes;

/// <summary>What the target of a crosswalk link is to its source.</summary>
public enum ThemeRelation
{
    /// <summary>Both mean the same work.</summary>
    Same,

    /// <summary>The target holds the source and more.</summary>
    Broader,

    /// <summary>The target is a part of the source.</summary>
    Narrower,

    /// <summary>They share some work; neither holds the other.</summary>
    Related,
}
