namespace Fazhi.Documents;

/// <summary>The two types of document.</summary>
public enum DocumentType
{
    /// <summary>A plan: says what is to be done, and mostly by whom and until when.</summary>
    Plan,

    /// <summary>An annual report: says what was done in a year.</summary>
    Report,
}
