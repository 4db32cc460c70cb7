namespace Fazhi.Hosting;

/// <summary>By what a part of a document is found again when the document was read anew.</summary>
/// <param name="Label">The number that it prints, empty where it has none.</param>
/// <param name="Text">Its words.</param>
public sealed record PartAnchor(string Label, string Text);
