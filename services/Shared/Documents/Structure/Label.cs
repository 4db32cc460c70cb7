namespace Fazhi.Documents.Structure;

/// <summary>A number at the beginning of a line.</summary>
/// <param name="Kind">Its form.</param>
/// <param name="Number">Its value; 0 for a bullet.</param>
/// <param name="Length">How many characters it takes, without blanks after it.</param>
/// <param name="ContentStart">Where the words after it begin.</param>
internal readonly record struct Label(LabelKind Kind, int Number, int Length, int ContentStart);
