namespace Fazhi.Documents;

/// <summary>A problem or a next step.</summary>
/// <param name="Text">Its words without mark or number (一是, （一）), without the mark that ends it.</param>
/// <param name="Range">Where it stands.</param>
public sealed record ReportItem(string Text, TextRange Range);
