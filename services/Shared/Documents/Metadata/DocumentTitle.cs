namespace Fazhi.Documents;

/// <summary>The title of a document.</summary>
/// <param name="Text">The title on one line, without page chrome; never empty.</param>
/// <param name="Range">Where it is printed (lines it was broken over included); null when inferred or taken from the page's head.</param>
/// <param name="Inferred">True when the document prints no title and this one was made from region, year and kind.</param>
public sealed record DocumentTitle(string Text, TextRange? Range, bool Inferred);
