namespace Fazhi.Documents.Reports;

/// <summary>A part of a line that is about one thing.</summary>
/// <param name="Range">Where it stands, without the number of the line.</param>
/// <param name="Line">Its line.</param>
/// <param name="Section">The innermost section; -1 for none.</param>
/// <param name="Class">What it is about.</param>
/// <param name="Begin">Where the text turned to that class: the heading or the sentence that says so.</param>
/// <param name="IsHeading">True for a heading alone on its line.</param>
internal readonly record struct Stretch(TextRange Range, int Line, int Section, SectionClass Class, int Begin, bool IsHeading);
