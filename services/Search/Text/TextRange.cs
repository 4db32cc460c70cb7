namespace Fazhi.Search.Text;

/// <summary>A range of a text, in UTF-16 code units.</summary>
/// <param name="Start">The first code unit, from 0.</param>
/// <param name="Length">How many.</param>
public readonly record struct TextRange(int Start, int Length)
{
    /// <summary>The code unit after the last.</summary>
    public int End => Start + Length;
}
