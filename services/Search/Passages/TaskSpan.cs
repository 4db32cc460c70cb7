using Fazhi.Search.Text;

namespace Fazhi.Search.Passages;

/// <summary>A task of a plan, as far as passages are made of it.</summary>
/// <param name="Name">Resource name.</param>
/// <param name="Label">Number as printed or inferred.</param>
/// <param name="Headings">Headings above it and its own, outermost first.</param>
/// <param name="Section">Index of its section; -1 for none.</param>
/// <param name="Range">Where it stands, unit lines included.</param>
internal sealed record TaskSpan(string Name, string Label, IReadOnlyList<string> Headings, int Section, TextRange Range);
