namespace Fazhi.Documents;

/// <summary>What a date of the document says.</summary>
public enum DateRole
{
    /// <summary>成文日期: printed under the issuing body.</summary>
    Signed,

    /// <summary>发布日期: when the page was published.</summary>
    Published,

    /// <summary>The first day of a consultation.</summary>
    ConsultationStart,

    /// <summary>The last day of a consultation.</summary>
    ConsultationEnd,
}
