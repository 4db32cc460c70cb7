using Fazhi.Search.V1;

namespace Fazhi.Search.Fts5;

/// <summary>A row of a result before it is read.</summary>
/// <param name="Match">Place of its document among those that match.</param>
/// <param name="Passage">Number of its passage; -1 for a row that is a document.</param>
/// <param name="Score">Its score.</param>
internal readonly record struct ResultRow(int Match, int Passage, float Score);

/// <summary>The order of rows. Equals stand newest first, then by name, then by their places in the document.</summary>
internal sealed class ResultOrder(DocumentColumns columns, IReadOnlyList<QueryMatches.DocumentMatch> matches, SortOrder sort) : IComparer<ResultRow>
{
    /// <summary>Which row comes first.</summary>
    public int Compare(ResultRow x, ResultRow y)
    {
        ref readonly var a = ref columns.Documents[matches[x.Match].Document];
        ref readonly var b = ref columns.Documents[matches[y.Match].Document];
        var order = sort switch
        {
            SortOrder.Relevance => y.Score.CompareTo(x.Score),
            SortOrder.Oldest => Oldest(a, b),
            SortOrder.Region => string.CompareOrdinal(RegionOf(a), RegionOf(b)),
            _ => 0,
        };
        if (order == 0)
            order = Newest(a, b);
        if (order == 0)
            order = string.CompareOrdinal(a.Name, b.Name);
        return order != 0 ? order : x.Passage.CompareTo(y.Passage);
    }

    // One without a year, or without a day in its year, is no older than any.
    private static int Oldest(in DocumentColumns.Document a, in DocumentColumns.Document b)
    {
        var order = Last(a.LastYear, 0).CompareTo(Last(b.LastYear, 0));
        return order != 0 ? order : Last(a.Day, -1).CompareTo(Last(b.Day, -1));
    }

    private static int Newest(in DocumentColumns.Document a, in DocumentColumns.Document b)
    {
        var order = b.LastYear.CompareTo(a.LastYear);
        return order != 0 ? order : b.Day.CompareTo(a.Day);
    }

    private static int Last(int value, int unknown) => value == unknown ? int.MaxValue : value;

    // Behind every code.
    private string RegionOf(in DocumentColumns.Document document) => columns.Regions.PartsOf(document.Regions) is [.., var own] ? columns.Regions.Part(own) : "\uFFFF";
}
