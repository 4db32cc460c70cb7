namespace Fazhi.Documents.Tasks;

/// <summary>What a line says about units: a whole line of its own, or the end of a paragraph.</summary>
/// <param name="Start">Where the note begins in the text, its bracket included.</param>
/// <param name="WholeLine">True when the line holds nothing else.</param>
/// <param name="Parts">The roles with their units, in order.</param>
internal sealed record UnitNote(int Start, bool WholeLine, IReadOnlyList<UnitNotePart> Parts);

/// <summary>One role and what follows it.</summary>
/// <param name="Role">The role; null for a time limit.</param>
/// <param name="Range">The role with its words.</param>
/// <param name="Words">The words alone.</param>
internal readonly record struct UnitNotePart(UnitRole? Role, TextRange Range, TextRange Words);
