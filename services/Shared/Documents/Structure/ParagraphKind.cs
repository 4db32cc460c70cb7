namespace Fazhi.Documents;

/// <summary>What a line of the text is.</summary>
public enum ParagraphKind
{
    /// <summary>Running text; also a heading that runs into its paragraph.</summary>
    Text,

    /// <summary>A line of the title.</summary>
    Title,

    /// <summary>A heading that stands alone.</summary>
    Heading,

    /// <summary>A line of its own that names units: 责任单位:….</summary>
    UnitLine,

    /// <summary>A table row; cells are separated by \t.</summary>
    TableRow,

    /// <summary>Formal parts around the text: document number, issuing bodies, salutation, signature, date, attachment notes.</summary>
    Imprint,
}
