namespace Fazhi.Search.Query;

/// <summary>Where a term is looked for.</summary>
internal enum QueryField
{
    /// <summary>In the title, region, headings and text of the passage.</summary>
    Anywhere,

    /// <summary>In the title of the document.</summary>
    Title,

    /// <summary>In the names of the responsible units of the passage.</summary>
    Units,
}
