namespace Fazhi.Search.Query;

/// <summary>How many of the documents found have a value.</summary>
/// <param name="Value">A region key, a year of four digits, or the number of an enum's value.</param>
/// <param name="Documents">Documents, each once.</param>
internal readonly record struct FacetCount(string Value, int Documents);
