using System.Collections.Immutable;

namespace Fazhi.Documents.Tasks;

/// <summary>A task as it was found, before its values are read.</summary>
/// <param name="Task">The task.</param>
/// <param name="TimeFields">The words after 完成时限, or the cells of its column.</param>
internal sealed record TaskDraft(PlanTask Task, ImmutableArray<TextRange> TimeFields);
