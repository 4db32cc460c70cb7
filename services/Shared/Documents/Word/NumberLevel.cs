using DocumentFormat.OpenXml;

namespace Fazhi.Documents.Word;

/// <summary>One level of a list.</summary>
/// <param name="Start">The first number.</param>
/// <param name="Format">The form of the number, a name of ST_NumberFormat.</param>
/// <param name="Text">The words around it; %1 to %9 stand for the numbers of the levels.</param>
/// <param name="HasBlank">A tab or a space follows.</param>
/// <param name="IsLegal">All numbers are printed in digits.</param>
/// <param name="RestartAfter">How many of the upper levels begin it anew; null for all.</param>
/// <param name="Style">The paragraph style that goes with it; null for none.</param>
/// <param name="Hidden">The number is not shown.</param>
internal sealed record NumberLevel(int Start, string Format, string Text, bool HasBlank, bool IsLegal, int? RestartAfter, string? Style, bool Hidden)
{
    public static NumberLevel Read(OpenXmlElement level) => new(
        level.Number("start") ?? 0,
        FormatOf(level),
        level.Value("lvlText") ?? "",
        level.Value("suff") != "nothing",
        level.Toggle("isLgl") ?? false,
        level.Number("lvlRestart"),
        level.Value("pStyle"),
        level.Child("rPr").Toggle("vanish") ?? false);

    /// <summary>Forms that Word 2010 added stand in an AlternateContent with an older one to fall back to.</summary>
    private static string FormatOf(OpenXmlElement level) =>
        level.Value("numFmt") ?? level.Child("AlternateContent").Child("Fallback").Value("numFmt") ?? "decimal";
}
