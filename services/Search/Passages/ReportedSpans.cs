using Fazhi.Search.Indexing;
using Fazhi.Search.Text;

namespace Fazhi.Search.Passages;

/// <summary>What a report says one by one, by place.</summary>
internal sealed class ReportedSpans
{
    private readonly ReportedSpan[] spans;

    public ReportedSpans(IEnumerable<ReportedSpan> spans)
    {
        this.spans = [.. spans.Where(span => span.Range.Length > 0).OrderBy(span => span.Range.Start)];
        Starts = [.. this.spans.Select(span => span.Range.Start)];
    }

    /// <summary>Where they begin, in order: the best places to cut.</summary>
    public int[] Starts { get; }

    /// <summary>The passage with the name of the first of them that it overlaps, and the themes of all: those that are first somewhere before those that are second.</summary>
    public IndexedPassage Mark(IndexedPassage passage)
    {
        var within = Overlapping(passage.Range).ToList();
        return within.Count == 0 ? passage : passage with
        {
            Passage = within[0].Name,
            Themes = [.. within.SelectMany(span => span.Themes.Select((theme, rank) => (theme, rank))).OrderBy(entry => entry.rank).Select(entry => entry.theme).Distinct(StringComparer.Ordinal)],
        };
    }

    private IEnumerable<ReportedSpan> Overlapping(TextRange range)
    {
        var index = Array.BinarySearch(Starts, range.Start);
        // One that begins before may reach into it.
        for (var i = Math.Max(0, index >= 0 ? index : ~index - 1); i < spans.Length && spans[i].Range.Start < range.End; i++)
        {
            if (spans[i].Range.End > range.Start)
                yield return spans[i];
        }
    }
}
