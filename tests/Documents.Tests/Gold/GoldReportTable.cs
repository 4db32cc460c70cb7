using System.Text;

namespace Fazhi.Documents.Tests.Gold;

/// <summary>Scores as a table, and the floors under them.</summary>
internal static class GoldReportTable
{
    /// <summary>What precision and recall must reach on each set of documents.</summary>
    public static readonly IReadOnlyDictionary<string, double> Floors = new Dictionary<string, double>
    {
        ["sections"] = 1,
        ["labels"] = 1,
        ["headings"] = 1,
        ["units"] = 0.99,
        ["unit kinds"] = 0.99,
        ["deadlines"] = 0.97,
        ["targets"] = 0.97,
        ["facts"] = 0.97,
    };

    /// <summary>Counts, precision and recall of each field, those below their floor marked.</summary>
    public static string Print(string set, IReadOnlyList<FieldScore> scores)
    {
        var table = new StringBuilder($"{set,-24} {"gold",6} {"parsed",6} {"right",6} {"precision",10} {"recall",7}\n");
        foreach (var s in scores)
            table.Append($"  {s.Field,-22} {s.Expected,6} {s.Found,6} {s.Matched,6} {s.Precision,10:0.000} {s.Recall,7:0.000}{(Below(s) ? "  < " + Floors[s.Field].ToString("0.00", null) : "")}\n");
        return table.ToString();
    }

    /// <summary>True when the field has a floor and lies under it.</summary>
    public static bool Below(FieldScore score) => Floors.TryGetValue(score.Field, out var floor) && Math.Min(score.Precision, score.Recall) < floor;
}
