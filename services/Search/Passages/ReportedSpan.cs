using Fazhi.Search.Text;

namespace Fazhi.Search.Passages;

/// <summary>A part of a report that says one thing.</summary>
/// <param name="Name">Resource name: reports/…/passages/….</param>
/// <param name="Range">Where it stands.</param>
/// <param name="Themes">Ids of its themes, best first.</param>
internal sealed record ReportedSpan(string Name, TextRange Range, IReadOnlyList<string> Themes);
