namespace Fazhi.Search.Fts5;

/// <summary>
/// Grows <see cref="DocumentColumns"/>, one writer at a time. What was given out refers to the same arrays up to where they reached then, so that a change costs no
/// more than what it adds.
/// </summary>
internal sealed class ColumnStore
{
    private static long stores;

    private readonly long epoch = Interlocked.Increment(ref stores);
    private readonly ValueTable regions = new();
    private readonly ValueTable issuers = new();
    private readonly ValueTable themes = new();
    private readonly ValueTable functions = new();
    private DocumentColumns.Document[] documents = [];
    private long[] goneIn = [];
    private int[] starts = [];
    private int[] lengths = [];
    private int[] passageThemes = [];
    private int[] passageFunctions = [];
    private int documentCount;
    private int passageCount;
    private int livingDocuments;
    private int livingPassages;
    private long livingLength;

    /// <summary>As it is now.</summary>
    public DocumentColumns At(long generation) => new()
    {
        Epoch = epoch,
        Generation = generation,
        Documents = documents,
        GoneIn = goneIn,
        DocumentCount = documentCount,
        PassageCount = passageCount,
        Starts = starts,
        Lengths = lengths,
        PassageThemes = passageThemes,
        PassageFunctions = passageFunctions,
        Regions = regions.Now,
        Issuers = issuers.Now,
        Themes = themes.Now,
        Functions = functions.Now,
        LivingDocuments = livingDocuments,
        LivingPassages = livingPassages,
        LivingLength = livingLength,
    };

    /// <summary>Adds a document, whose id is above all others.</summary>
    public void Add(long id, string name, ColumnRecord record)
    {
        Grow(ref documents, documentCount + 1);
        Grow(ref goneIn, documentCount + 1);
        var passages = passageCount + record.Passages.Count;
        Grow(ref starts, passages);
        Grow(ref lengths, passages);
        Grow(ref passageThemes, passages);
        Grow(ref passageFunctions, passages);
        documents[documentCount] = new DocumentColumns.Document(
            id, name, passageCount, record.Passages.Count, record.FirstYear, record.LastYear, record.Day, regions.NumberOf(record.Regions), issuers.NumberOf(record.Issuers),
            record.Level, record.Type, record.PlanKind, record.Status);
        documentCount++;
        foreach (var passage in record.Passages)
        {
            starts[passageCount] = passage.Start;
            lengths[passageCount] = passage.Length;
            passageThemes[passageCount] = themes.NumberOf(passage.Themes);
            passageFunctions[passageCount] = functions.NumberOf(passage.Functions);
            passageCount++;
            livingLength += passage.Length;
        }
        livingDocuments++;
        livingPassages += record.Passages.Count;
    }

    /// <summary>A document is gone from a generation on.</summary>
    public void Remove(int document, long generation)
    {
        goneIn[document] = generation;
        var (first, count) = (documents[document].First, documents[document].Count);
        livingDocuments--;
        livingPassages -= count;
        foreach (var length in lengths.AsSpan(first, count))
            livingLength -= length;
    }

    /// <summary>Makes an array at least so long, and then long enough for some more.</summary>
    internal static void Grow<T>(ref T[] array, int length)
    {
        if (length > array.Length)
            Array.Resize(ref array, Math.Max(length, array.Length + (array.Length / 2) + 16));
    }
}
