using DocumentFormat.OpenXml;

namespace Fazhi.Documents.Word;

/// <summary>The grid of a table: which cell stands in which column, and which cells only continue the one above.</summary>
internal sealed class WordTable
{
    private const int MaxColumns = 64;
    private const int SmallTable = 500;
    private const double MostOfAll = 0.7;

    // Borders drawn by hand differ a little from row to row: boundaries closer than this, in twentieths of a point, are one.
    private const int SameBoundary = 200;

    private readonly List<List<WordCell>> _rows = [];
    private readonly ReadBudget _budget;

    private WordTable(ReadBudget budget) => _budget = budget;

    public IReadOnlyList<IReadOnlyList<WordCell>> Rows => _rows;

    public int Columns { get; private set; }

    /// <summary>True for a table of data, false for one that only places things on the page.</summary>
    public bool IsData { get; private set; }

    public static WordTable Read(OpenXmlElement table, ReadBudget budget)
    {
        var read = new WordTable(budget);
        foreach (var row in Inside(table, "tr"))
            read.AddRow(row);
        read.Measure();
        read.Number(Boundaries(table));
        return read;
    }

    private void AddRow(OpenXmlElement row)
    {
        _budget.Spend();
        var properties = row.Child("trPr");
        if (properties.Child("del") is not null)
            return;
        var cells = new List<WordCell>();
        var column = Math.Max(0, properties.Number("gridBefore") ?? 0);
        foreach (var cell in Inside(row, "tc"))
        {
            _budget.Spend();
            var cellProperties = cell.Child("tcPr");
            var span = Math.Max(1, cellProperties.Number("gridSpan") ?? 1);
            var isMergedLeft = cellProperties.Child("hMerge") is { } merge && merge.Attribute("val") is not "restart";
            if (cellProperties.Child("cellDel") is null && !isMergedLeft)
                cells.Add(new(cell, Math.Min(column, MaxColumns * MaxColumns), GoesOn(cellProperties)));
            column = (int)Math.Min((long)column + span, MaxColumns * MaxColumns);
        }

        if (cells.Count > 0)
            _rows.Add(cells);
    }

    private static bool GoesOn(OpenXmlElement? properties) => properties.Child("vMerge") is { } merge && merge.Attribute("val") is not "restart";

    private void Measure()
    {
        int wide = 0, all = 0, largest = 0;
        foreach (var row in _rows)
        {
            wide += row.Count > 1 ? 1 : 0;
            foreach (var cell in row)
            {
                _budget.Spend();
                var length = LengthOf(cell.Element);
                all += length;
                largest = Math.Max(largest, length);
            }
        }

        IsData = _rows.Count > 1 && wide * 2 >= _rows.Count && (all < SmallTable || largest < all * MostOfAll);
    }

    private int LengthOf(OpenXmlElement cell)
    {
        var length = 0;
        foreach (var element in cell.Descendants())
        {
            _budget.Spend();
            length += element.LocalName == "t" && element is OpenXmlLeafTextElement text ? text.Text.Length : 0;
        }

        return length;
    }

    /// <summary>Columns in which no cell begins are none: cells keep the order of those that are left.</summary>
    private void Number(int[] boundaries)
    {
        var starts = new SortedSet<int>(_rows.SelectMany(r => r.Select(c => c.Column)));
        var numbers = new Dictionary<int, int>();
        var last = int.MinValue;
        foreach (var start in starts)
        {
            var place = start < boundaries.Length ? boundaries[start] : int.MinValue;
            var isNew = numbers.Count == 0 || place == int.MinValue || last == int.MinValue || place - last >= SameBoundary;
            if (isNew)
                Columns = Math.Min(Columns + 1, MaxColumns);
            last = isNew ? place : last;
            numbers[start] = Columns - 1;
        }

        foreach (var row in _rows)
        {
            for (var i = 0; i < row.Count; i++)
                row[i] = row[i] with { Column = numbers[row[i].Column] };
        }
    }

    /// <summary>Where the columns of the grid begin; empty when the grid gives no widths.</summary>
    private static int[] Boundaries(OpenXmlElement table)
    {
        var widths = (table.Child("tblGrid") ?? Enumerable.Empty<OpenXmlElement>()).Where(c => c.LocalName == "gridCol").Take(MaxColumns)
            .Select(c => int.TryParse(c.Attribute("w"), out var width) ? width : 0).ToList();
        if (widths.Count == 0 || widths.Exists(w => w is <= 0 or > 100_000))
            return [];
        var places = new int[widths.Count];
        for (var i = 1; i < places.Length; i++)
            places[i] = places[i - 1] + widths[i - 1];
        return places;
    }

    /// <summary>The rows or cells, also those wrapped in content controls.</summary>
    private static IEnumerable<OpenXmlElement> Inside(OpenXmlElement container, string name)
    {
        foreach (var child in container)
        {
            if (child.LocalName == name)
                yield return child;
            else if (child.LocalName is "sdt" or "sdtContent" or "customXml" or "ins")
            {
                foreach (var inner in Inside(child, name))
                    yield return inner;
            }
        }
    }
}

/// <summary>A cell in its column.</summary>
/// <param name="Element">What is in it.</param>
/// <param name="Column">Its column, from 0.</param>
/// <param name="GoesOn">It continues the cell above.</param>
internal readonly record struct WordCell(OpenXmlElement Element, int Column, bool GoesOn);
