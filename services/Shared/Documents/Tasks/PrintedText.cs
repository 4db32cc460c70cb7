namespace Fazhi.Documents;

/// <summary>Words as printed, and where.</summary>
/// <param name="Text">The words.</param>
/// <param name="Range">Where they are.</param>
public sealed record PrintedText(string Text, TextRange Range);
