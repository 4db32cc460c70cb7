namespace Fazhi.Search.Regions;

/// <summary>A region as far as finding it by its names takes.</summary>
/// <param name="Code">Six digits of GB/T 2260, or nine of a township.</param>
/// <param name="Name">Name as in the standard: 青砚区.</param>
/// <param name="FullName">Name with those above it: 临澜市青砚区.</param>
/// <param name="Ancestors">Codes of all regions above, outermost first.</param>
/// <param name="ShortNames">Short names: 青砚.</param>
/// <param name="FormerNames">Names and codes that it had before.</param>
internal sealed record Region(
    string Code,
    string Name,
    string FullName,
    IReadOnlyList<string> Ancestors,
    IReadOnlyList<string> ShortNames,
    IReadOnlyList<string> FormerNames);
