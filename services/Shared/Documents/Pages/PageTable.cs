namespace Fazhi.Documents.Pages;

/// <summary>
/// A table by where its words stand: columns are what blank stripes from its top to its bottom leave apart; rows are found by the numbers in the first column, else by the
/// distance of the lines.
/// </summary>
internal sealed class PageTable
{
    private const int FewestColumns = 3;
    private const int MaxColumns = 64;

    // In units of the type's size.
    private const double Gutter = 0.5;
    private const double LargestGap = 4;
    private const double LineGap = 1.3;

    private readonly IReadOnlyList<PrintedLine> _lines;
    private readonly List<(double Left, double Right)> _columns;
    private readonly double _pitch;

    private PageTable(IReadOnlyList<PrintedLine> lines, List<(double Left, double Right)> columns)
    {
        _lines = lines;
        _columns = columns;
        _pitch = Pitch();
    }

    /// <summary>The number of its lines.</summary>
    public int Count => _lines.Count;

    /// <summary>The table that begins with a line; null when none does.</summary>
    public static PageTable? TryBegin(List<PrintedLine> page, int first, ReadBudget budget)
    {
        if (!page[first].HasCells && !(first + 1 < page.Count && page[first + 1].HasCells && page[first + 1].Y - page[first].Y < page[first].Size))
            return null;
        var columns = new List<(double Left, double Right)>();
        var end = first;
        for (var i = first; i < page.Count; i++)
        {
            budget.Spend();
            if (i > first && page[i].Y - page[i - 1].Y > LargestGap * page[i].Size)
                break;
            var wider = With(columns, page[i]);
            if (wider.Count < FewestColumns && (i > first + 1 || !page[i].HasCells) && i > first)
                break;
            columns = wider;
            end = i + 1;
        }

        var lines = page.GetRange(first, end - first);
        return lines.Count(l => l.HasCells) > 1 && columns.Count is >= FewestColumns and <= MaxColumns ? new(lines, columns) : null;
    }

    /// <summary>Its rows: the text of each cell, and whether the row goes on from the page before.</summary>
    public IEnumerable<(string[] Cells, bool GoesOn)> Rows()
    {
        var rows = SplitRows();
        for (var i = 0; i < rows.Count; i++)
        {
            var cells = new string[_columns.Count];
            for (var column = 0; column < cells.Length; column++)
                cells[column] = string.Concat(rows[i].Select(l => PrintedLine.Join(WordsIn(l, column))));
            var named = rows[i].Any(l => WordsIn(l, 0).Count > 0);
            yield return (cells, i == 0 && !named);
        }
    }

    /// <summary>The intervals that words cover, with those of one more line.</summary>
    private static List<(double Left, double Right)> With(List<(double Left, double Right)> columns, PrintedLine line)
    {
        var gutter = Gutter * line.Size;
        var merged = new List<(double Left, double Right)>();
        foreach (var (left, right) in columns.Concat(line.Words.Select(w => (w.Left, w.Right))).OrderBy(i => i.Item1))
        {
            if (merged.Count > 0 && left - merged[^1].Right < gutter)
                merged[^1] = (merged[^1].Left, Math.Max(merged[^1].Right, right));
            else
                merged.Add((left, right));
        }

        return merged;
    }

    private List<PlacedWord> WordsIn(PrintedLine line, int column) =>
        [.. line.Words.Where(w => w.Left >= _columns[column].Left - 0.01 && w.Left <= _columns[column].Right)];

    /// <summary>The usual distance of two lines in one cell.</summary>
    private double Pitch()
    {
        var pitch = double.MaxValue;
        for (var column = 0; column < _columns.Count; column++)
        {
            var last = double.NaN;
            foreach (var line in _lines.Where(l => WordsIn(l, column).Count > 0))
            {
                if (line.Y - last > line.Size * 0.8)
                    pitch = Math.Min(pitch, line.Y - last);
                last = line.Y;
            }
        }

        return pitch == double.MaxValue ? _lines[0].Size * 1.5 : pitch;
    }

    private List<List<PrintedLine>> SplitRows()
    {
        var numbers = _lines.Where(IsNumbered).Select(l => l.Y).ToList();
        if (numbers.Count == 0)
            return Split(Gaps());
        var head = _lines.Where(l => l.Y < numbers[0] && WordsIn(l, 0).Count > 0).Select(l => l.Y).ToList();
        return Split(Centred(head, numbers) ?? [.. numbers.Select(y => y - (_pitch / 2))]);
    }

    private bool IsNumbered(PrintedLine line)
    {
        var words = PrintedLine.Join(WordsIn(line, 0)).AsSpan().Trim().TrimEnd(".、．".AsSpan());
        return words.Length is > 0 and <= 4 && words.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    /// <summary>
    /// Where numbers stand in the middle of their rows, the bottom of each row is as far below its number as its top is above; the last bottom must then be that of
    /// the table. Null when it is not.
    /// </summary>
    private List<double>? Centred(List<double> head, List<double> numbers)
    {
        var half = _pitch / 2;
        var edge = _lines[0].Y - half;
        var edges = new List<double>();
        var middles = head.Count == 0 ? numbers : [(head[0] + head[^1]) / 2, .. numbers];
        foreach (var middle in middles)
        {
            edge = (2 * middle) - edge;
            // Rows may have room above and below their text: the edge lies between two lines.
            var (above, below) = (_lines.LastOrDefault(l => l.Y <= edge), _lines.FirstOrDefault(l => l.Y > edge));
            if (above is not null && below is not null)
                edge = SnapToGap(edge, middle);
            edges.Add(edge);
        }

        var isSound = Math.Abs(edges[^1] - _lines[^1].Y) <= _pitch * 1.1 && edges.Zip(edges.Skip(1)).All(e => e.First < e.Second)
            && middles.Zip(edges).All(p => p.First < p.Second);
        return isSound ? edges[..^1] : null;
    }

    /// <summary>The nearest middle between two lines below <paramref name="middle"/> that are as far apart as lines of different rows.</summary>
    private double SnapToGap(double edge, double middle)
    {
        var best = edge;
        var nearest = _pitch;
        for (var i = 1; i < _lines.Count; i++)
        {
            var between = (_lines[i].Y + _lines[i - 1].Y) / 2;
            if (between > middle && _lines[i].Y - _lines[i - 1].Y >= _pitch * 0.9 && Math.Abs(between - edge) < nearest)
                (best, nearest) = (between, Math.Abs(between - edge));
        }

        return best;
    }

    private List<double> Gaps()
    {
        var gaps = new List<double>();
        var isWide = _lines.Zip(_lines.Skip(1)).Any(p => p.Second.Y - p.First.Y > _pitch * LineGap);
        for (var i = 1; i < _lines.Count; i++)
        {
            var gap = _lines[i].Y - _lines[i - 1].Y;
            if (isWide ? gap > _pitch * LineGap : gap > _pitch * 0.9)
                gaps.Add((_lines[i].Y + _lines[i - 1].Y) / 2);
        }

        return gaps;
    }

    private List<List<PrintedLine>> Split(List<double> edges)
    {
        var rows = new List<List<PrintedLine>> { new() };
        var next = 0;
        foreach (var line in _lines)
        {
            while (next < edges.Count && line.Y > edges[next])
            {
                next++;
                if (rows[^1].Count > 0)
                    rows.Add([]);
            }

            rows[^1].Add(line);
        }

        return rows;
    }
}
