namespace Fazhi.Documents.Word;

/// <summary>A paragraph or a row, written out.</summary>
/// <param name="Text">Its words; cells of a row are separated by tabs.</param>
/// <param name="Table">The number of the table whose row it is; -1 for a paragraph.</param>
/// <param name="Spanned">Bit n is set where cell n continues the cell above.</param>
/// <param name="Heading">Its level as a heading, from 1; 0 for none.</param>
internal readonly record struct WordLine(string Text, int Table = -1, ulong Spanned = 0, int Heading = 0);
