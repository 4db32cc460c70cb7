namespace Fazhi.Documents;

/// <summary>A stretch of <see cref="ParsedDocument.Text"/>, in UTF-16 code units.</summary>
/// <param name="Start">The first code unit, from 0.</param>
/// <param name="Length">How many code units; 0 or more.</param>
public readonly record struct TextRange(int Start, int Length)
{
    /// <summary>The code unit after the last.</summary>
    public int End => Start + Length;

    /// <summary>The range from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static TextRange Between(int start, int end) => new(start, end - start);

    /// <summary>True when <paramref name="other"/> lies wholly in this range.</summary>
    public bool Contains(TextRange other) => other.Start >= Start && other.End <= End;

    /// <summary>The words of this range in <paramref name="text"/>.</summary>
    public string In(string text) => text.Substring(Start, Length);
}
