using Fazhi.Search.Text;

namespace Fazhi.Search.Indexing;

/// <summary>A piece of a document of the size of a task or a section: the unit that is matched.</summary>
internal sealed record IndexedPassage
{
    /// <summary>Resource name of the task that it is (part of); empty when it is none.</summary>
    public string Task { get; init; } = "";

    /// <summary>Number of the task or section, as printed; may be empty.</summary>
    public string Label { get; init; } = "";

    /// <summary>The headings that it stands under, without their numbers, outermost first.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>Its text as it stands in the document.</summary>
    public required string Text { get; init; }

    /// <summary>Where its text begins in that of the document, in UTF-16 code units.</summary>
    public int Start { get; init; }

    /// <summary>Where it stands in the document's text.</summary>
    public TextRange Range => new(Start, Text.Length);
}
