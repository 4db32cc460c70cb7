namespace Fazhi.Search.Fts5;

/// <summary>
/// What the index holds at one generation, as far as filters, counts, orders and scores need it: in memory, never changed once it is given out.
/// Documents stand in the order of their ids, those that are gone by now among them; their passages are numbered through.
/// </summary>
internal sealed record DocumentColumns
{
    private PassageSet? living;

    /// <summary>Numbers of documents and passages mean the same in all that have the same epoch.</summary>
    public required long Epoch { get; init; }

    /// <summary>The generation that it is of.</summary>
    public required long Generation { get; init; }

    /// <summary>The documents; what is behind <see cref="DocumentCount"/> is of later generations.</summary>
    public required Document[] Documents { get; init; }

    /// <summary>For each document the generation that it was gone in; 0 for one that is there.</summary>
    public required long[] GoneIn { get; init; }

    public required int DocumentCount { get; init; }

    public required int PassageCount { get; init; }

    /// <summary>For each passage where it begins in the document's text.</summary>
    public required int[] Starts { get; init; }

    /// <summary>For each passage how many tokens it has, those of title and region among them.</summary>
    public required int[] Lengths { get; init; }

    /// <summary>For each passage the number of its themes in <see cref="Themes"/>.</summary>
    public required int[] PassageThemes { get; init; }

    /// <summary>For each passage the number of its functions in <see cref="Functions"/>.</summary>
    public required int[] PassageFunctions { get; init; }

    /// <summary>Paths of regions, the outermost first.</summary>
    public required ValueTable.View Regions { get; init; }

    public required ValueTable.View Issuers { get; init; }

    public required ValueTable.View Themes { get; init; }

    public required ValueTable.View Functions { get; init; }

    /// <summary>Documents that are there.</summary>
    public required int LivingDocuments { get; init; }

    /// <summary>Their passages.</summary>
    public required int LivingPassages { get; init; }

    /// <summary>Tokens of those together.</summary>
    public required long LivingLength { get; init; }

    public bool IsLiving(int document) => GoneIn[document] == 0 || GoneIn[document] > Generation;

    /// <summary>The passages that are there; null when all are.</summary>
    public PassageSet? Living() => LivingPassages == PassageCount ? null : Volatile.Read(ref living) ?? FindLiving();

    /// <summary>The document with an id; -1 when it has none.</summary>
    public int Find(long id)
    {
        var (low, high) = (0, DocumentCount);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Documents[middle].Id < id)
                low = middle + 1;
            else
                high = middle;
        }
        return low < DocumentCount && Documents[low].Id == id ? low : -1;
    }

    // Whoever comes first; twice gives the same.
    private PassageSet FindLiving()
    {
        var set = new PassageSet(PassageCount);
        for (var i = 0; i < DocumentCount; i++)
        {
            if (IsLiving(i))
                set.AddRange(Documents[i].First, Documents[i].Count);
        }
        Volatile.Write(ref living, set);
        return set;
    }

    /// <summary>A document.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Name">Resource name.</param>
    /// <param name="First">Number of its first passage.</param>
    /// <param name="Count">How many passages it has.</param>
    /// <param name="FirstYear">First year of its period; 0 when it has none.</param>
    /// <param name="LastYear">Last year of its period.</param>
    /// <param name="Day">Number of the day that it is dated; -1 when not known.</param>
    /// <param name="Regions">Its regions.</param>
    /// <param name="Issuers">Its issuers.</param>
    /// <param name="Level">Level of its own region.</param>
    /// <param name="Type">Plan or report.</param>
    /// <param name="PlanKind">Kind of plan.</param>
    /// <param name="Status">Status of plan.</param>
    internal readonly record struct Document(
        long Id, string Name, int First, int Count, int FirstYear, int LastYear, int Day, int Regions, int Issuers, byte Level, byte Type, byte PlanKind, byte Status);
}
