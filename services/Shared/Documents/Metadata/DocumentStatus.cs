namespace Fazhi.Documents;

/// <summary>How far the document has come, by what it prints itself.</summary>
public enum DocumentStatus
{
    /// <summary>Nothing tells: neither a title nor a number, an issuing body or a date.</summary>
    Unknown,

    /// <summary>Issued: it has a title or formal parts, and nothing marks it as a draft.</summary>
    Issued,

    /// <summary>征求意见稿, 草案, or published for comment.</summary>
    DraftForComment,
}
