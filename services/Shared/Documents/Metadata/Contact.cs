namespace Fazhi.Documents;

/// <summary>One way to reach the body that asks for comments.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The words after their name, as printed.</param>
/// <param name="Range">Where they are printed.</param>
public sealed record Contact(ContactKind Kind, string Text, TextRange Range);
