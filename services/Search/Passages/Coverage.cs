using Fazhi.Search.Text;

namespace Fazhi.Search.Passages;

/// <summary>A set of ranges, and what of other ranges lies outside of it.</summary>
internal sealed class Coverage
{
    private readonly List<TextRange> ranges = [];

    public Coverage(IEnumerable<TextRange> ranges)
    {
        foreach (var range in ranges.Where(range => range.Length > 0).OrderBy(range => range.Start))
        {
            if (this.ranges.Count > 0 && range.Start <= this.ranges[^1].End)
                this.ranges[^1] = new TextRange(this.ranges[^1].Start, Math.Max(this.ranges[^1].End, range.End) - this.ranges[^1].Start);
            else
                this.ranges.Add(range);
        }
    }

    /// <summary>The parts of a range that are not covered, in order.</summary>
    public IEnumerable<TextRange> Outside(TextRange range)
    {
        var position = range.Start;
        for (var i = FirstEndingAfter(range.Start); i < ranges.Count && ranges[i].Start < range.End; i++)
        {
            if (ranges[i].Start > position)
                yield return new TextRange(position, ranges[i].Start - position);
            position = ranges[i].End;
        }
        if (position < range.End)
            yield return new TextRange(position, range.End - position);
    }

    private int FirstEndingAfter(int position)
    {
        var (low, high) = (0, ranges.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ranges[middle].End > position)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }
}
