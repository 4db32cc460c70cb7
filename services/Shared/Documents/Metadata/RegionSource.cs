namespace Fazhi.Documents;

/// <summary>The part of a document that names its region, from most to least trusted.</summary>
public enum RegionSource
{
    /// <summary>The title.</summary>
    Title,

    /// <summary>An issuing body.</summary>
    Issuer,

    /// <summary>The running text.</summary>
    Text,
}
