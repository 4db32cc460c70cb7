using Fazhi.Search.Indexing;
using Fazhi.Search.Text;

namespace Fazhi.Search.Passages;

/// <summary>A task of a plan, as far as a passage is made of it.</summary>
/// <param name="Name">Resource name.</param>
/// <param name="Label">Number as printed or inferred.</param>
/// <param name="Headings">Headings above it and its own, outermost first.</param>
/// <param name="Section">Index of its section; -1 for none.</param>
/// <param name="Range">Where it stands, unit lines included.</param>
internal sealed record TaskSpan(string Name, string Label, IReadOnlyList<string> Headings, int Section, TextRange Range)
{
    /// <summary>Ids of its themes, best first.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>The units responsible for it, in the order printed.</summary>
    public IReadOnlyList<IndexedUnit> Units { get; init; } = [];

    /// <summary>The days by which it is to be done, in the order printed.</summary>
    public IReadOnlyList<DateOnly> Deadlines { get; init; } = [];

    /// <summary>It has a target 指标值.</summary>
    public bool HasTarget { get; init; }
}
