using System.Collections.Immutable;

namespace Fazhi.Documents;

/// <summary>What a report says, beyond its sections.</summary>
public sealed record ReportContent
{
    /// <summary>The class of each of <see cref="ParsedDocument.Sections"/>, in the same order; subsections have that of their section.</summary>
    public required ImmutableArray<SectionClass> SectionClasses { get; init; }

    /// <summary>The passages of the body, in document order, none overlapping: what themes, problems and evidence are said of.</summary>
    public required ImmutableArray<Passage> Passages { get; init; }

    /// <summary>The figures, in document order.</summary>
    public required ImmutableArray<Fact> Facts { get; init; }

    /// <summary>存在问题, one by one.</summary>
    public required ImmutableArray<ReportItem> Problems { get; init; }

    /// <summary>下一步, one by one.</summary>
    public required ImmutableArray<ReportItem> NextSteps { get; init; }

    /// <summary>The unit that reports, as printed; null where the region as a whole does.</summary>
    public PrintedText? Unit { get; init; }
}
