using System.Collections.Immutable;

namespace Fazhi.Documents;

/// <summary>A task 任务 or measure 措施 of a plan.</summary>
public sealed record PlanTask
{
    /// <summary>The number as printed or as inferred; empty where there is none.</summary>
    public required string Label { get; init; }

    /// <summary>True when the number was lost in the source and inferred from its neighbours.</summary>
    public required bool LabelInferred { get; init; }

    /// <summary>The task's own title, where one runs into its text or stands above it; otherwise empty.</summary>
    public required string Title { get; init; }

    /// <summary>The headings above the task, outermost first, without numbers. <see cref="Title"/> is not among them.</summary>
    public required ImmutableArray<string> Headings { get; init; }

    /// <summary>The section that is the task or (for a table row or an unnumbered task) holds it; -1 where there is none.</summary>
    public required int SectionIndex { get; init; }

    /// <summary>The whole task, number and unit lines included.</summary>
    public required TextRange Range { get; init; }

    /// <summary>The task's words, a range a paragraph, without numbers and unit lines, its title included.</summary>
    public required ImmutableArray<TextRange> Paragraphs { get; init; }

    /// <summary>Who does it, as printed.</summary>
    public ImmutableArray<UnitLine> UnitLines { get; init; } = [];

    /// <summary>By when, in the order printed, from the text and from 完成时限.</summary>
    public ImmutableArray<Deadline> Deadlines { get; init; } = [];

    /// <summary>The figures that the task must reach, in the order printed.</summary>
    public ImmutableArray<Target> Targets { get; init; } = [];

    /// <summary>The inline parts 一是…；二是… of the text, in order; empty where it has none.</summary>
    public ImmutableArray<Measure> Measures { get; init; } = [];
}
