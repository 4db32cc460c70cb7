namespace Fazhi.Catalogues.Functions;

/// <summary>A name that a misprinted one may stand for. It is only offered, never taken silently.</summary>
/// <param name="Unit">The unit's name as it would be: 望岫县政务服务管理局.</param>
/// <param name="Function">Id of its function.</param>
/// <param name="Score">0 to 1, the share of characters that agree.</param>
public sealed record NameSuggestion(string Unit, string Function, double Score);
