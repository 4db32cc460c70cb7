namespace Fazhi.Catalogues.Themes;

/// <summary>How large the data of a catalogue or crosswalk may be.</summary>
public static class ThemeLimits
{
    /// <summary>UTF-16 code units of JSON.</summary>
    public const int Json = 2_000_000;

    /// <summary>Groups of a catalogue.</summary>
    public const int Groups = 100;

    /// <summary>Themes of a catalogue.</summary>
    public const int Themes = 500;

    /// <summary>Keywords of a theme.</summary>
    public const int Keywords = 300;

    /// <summary>UTF-16 code units of a keyword; it has at least two.</summary>
    public const int Word = 30;

    /// <summary>UTF-16 code units of a name.</summary>
    public const int Name = 100;

    /// <summary>UTF-16 code units of a description.</summary>
    public const int Description = 2_000;

    /// <summary>Largest weight; the smallest is its negative.</summary>
    public const int Weight = 10;

    /// <summary>Links of a crosswalk.</summary>
    public const int Links = 5_000;

    /// <summary>Errors that are reported; after them reading ends.</summary>
    public const int Errors = 100;
}
