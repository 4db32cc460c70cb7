namespace Fazhi.Catalogues.Regions;

/// <summary>By which kind of name a mention met a region; a lower number is better evidence.</summary>
public enum NameKind
{
    /// <summary>The name in full: 武江区.</summary>
    Name = 0,

    /// <summary>A short name or abbreviation: 雁峰, 粤.</summary>
    ShortName = 1,

    /// <summary>A name it had before: 襄樊市.</summary>
    FormerName = 2,
}

/// <summary>A region and the kind of name by which it was found.</summary>
internal readonly record struct NamedRegion(Region Region, NameKind Kind);
