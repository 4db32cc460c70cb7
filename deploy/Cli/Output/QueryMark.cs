using Spectre.Console.Rendering;

namespace Fazhi.Cli.Output;

/// <summary>A place in a query, pointed at from the line below.</summary>
internal static class QueryMark
{
    // What is shown on each side of the place, in characters: with wide ones it fits 80 columns.
    private const int Around = 18;

    /// <summary>Two lines: the query, or the part of it around the place, and a caret under the place.</summary>
    public static string Of(string query, int position)
    {
        var start = Math.Max(0, position - Around);
        var end = Math.Min(query.Length, position + Around);
        var before = (start > 0 ? "…" : "") + SafeText.Of(query[start..position]);
        var after = SafeText.Of(query[position..end]) + (end < query.Length ? "…" : "");
        return $"  {before}{after}{Environment.NewLine}  {new string(' ', new Segment(before).CellCount())}^";
    }
}
