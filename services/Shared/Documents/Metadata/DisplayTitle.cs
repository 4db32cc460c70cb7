namespace Fazhi.Documents.Metadata;

/// <summary>Makes a title to show for a document that prints none.</summary>
internal static class DisplayTitle
{
    public static DocumentTitle Make(RegionMention? region, Period? period, DocumentType type)
    {
        var years = period switch
        {
            null => "",
            { StartYear: var start, EndYear: var end } when start == end => $"{start}年",
            { StartYear: var start, EndYear: var end } => $"{start}—{end}年",
        };
        var kind = type == DocumentType.Report ? "法治政府建设情况报告" : "法治政府建设工作计划";
        return new($"{region?.Text}{years}{kind}", null, Inferred: true);
    }
}
