namespace Fazhi.Documents.Layout;

/// <summary>What a format reader hands over: lines of words, not yet cleaned.</summary>
/// <param name="Text">All words.</param>
/// <param name="Lines">The lines in it, in order; blank ones may be among them.</param>
internal sealed record RawContent(string Text, IReadOnlyList<RawLine> Lines)
{
    /// <summary>The title that the page's head gives; null where there is none.</summary>
    public string? HeadTitle { get; init; }

    /// <summary>Short texts around the main content, where pages print document number and dates.</summary>
    public IReadOnlyList<string> Surroundings { get; init; } = [];
}

/// <summary>One line of a <see cref="RawContent"/>.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="Length">Its length.</param>
/// <param name="Table">The number of the table whose row it is, its cells separated by tabs; -1 for a paragraph.</param>
/// <param name="Spanned">Bit n is set where cell n is empty because a cell above reaches down into it.</param>
/// <param name="Heading">Its level as a heading, from 1, where the format says that it is one; 0 elsewhere.</param>
internal readonly record struct RawLine(int Start, int Length, int Table = -1, ulong Spanned = 0, int Heading = 0);
