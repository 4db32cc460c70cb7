namespace Fazhi.Search.Fts5;

/// <summary>
/// The key of a passage: its document's and its place in it. So the engine knows the document of every match without reading a row,
/// and the matches of a document come one after another.
/// </summary>
internal readonly record struct PassageId(long Value)
{
    /// <summary>The most passages that a document can have.</summary>
    public const int MaxPassages = 1 << Bits;

    private const int Bits = 16;

    public long Document => Value >> Bits;

    public int Ordinal => (int)(Value & (MaxPassages - 1));

    public static PassageId Of(long document, int ordinal) => new((document << Bits) | (uint)ordinal);
}
