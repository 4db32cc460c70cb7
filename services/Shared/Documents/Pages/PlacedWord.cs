namespace Fazhi.Documents.Pages;

/// <summary>Characters that stand together on a page. The unit of length is the page's own; y grows downwards.</summary>
/// <param name="Left">Where they begin.</param>
/// <param name="Right">Where they end.</param>
/// <param name="Y">The height that words of one line have in common.</param>
/// <param name="Size">The size of the type: the width of a Chinese character.</param>
/// <param name="Text">The characters.</param>
internal readonly record struct PlacedWord(double Left, double Right, double Y, double Size, string Text);
