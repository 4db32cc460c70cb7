namespace Fazhi.Documents;

/// <summary>有效性, as the page of a document says it.</summary>
public enum Validity
{
    /// <summary>The page does not say.</summary>
    Unknown,

    /// <summary>有效.</summary>
    InForce,

    /// <summary>失效, 废止.</summary>
    Repealed,
}
