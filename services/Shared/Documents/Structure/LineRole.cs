namespace Fazhi.Documents.Structure;

/// <summary>What part of a document a line is.</summary>
internal enum LineRole
{
    /// <summary>The text itself.</summary>
    Body,

    /// <summary>A line of a title.</summary>
    Title,

    /// <summary>Formal parts: issuing bodies, number, salutation, date, attachment notes, table of contents.</summary>
    Imprint,
}
