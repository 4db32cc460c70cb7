namespace Fazhi.Hosting;

/// <summary>What became of a kept document when it was read anew.</summary>
/// <param name="Changed">It reads differently now.</param>
/// <param name="Unplaced">The parts, as they were, whose corrections found no place in the new reading.</param>
public sealed record Replacement(bool Changed, IReadOnlyList<PartAnchor> Unplaced);
