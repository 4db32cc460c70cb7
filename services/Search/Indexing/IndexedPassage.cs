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

    /// <summary>Resource name of the passage of the report that it begins with; empty when it is none of a report.</summary>
    public string Passage { get; init; } = "";

    /// <summary>Ids of its themes, best first.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>The units responsible for the task, or the unit that reports, in the order printed.</summary>
    public IReadOnlyList<IndexedUnit> Units { get; init; } = [];

    /// <summary>The days by which the task is to be done, in the order printed.</summary>
    public IReadOnlyList<DateOnly> Deadlines { get; init; } = [];

    /// <summary>The task has a target 指标值.</summary>
    public bool HasTarget { get; init; }

    /// <summary>Function ids of its units, each once.</summary>
    public IReadOnlyList<string> Functions => [.. Units.Select(unit => unit.Function).Where(function => function.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>Where it stands in the document's text.</summary>
    public TextRange Range => new(Start, Text.Length);
}
