using System.Text;
using Fazhi.Catalogues;

namespace Fazhi.Documents.Pages;

/// <summary>The words of one height on a page, from left to right.</summary>
internal sealed class PrintedLine
{
    // In units of the type's size.
    private const double SameLine = 0.45;
    private const double SamePlace = 0.15;
    private const double Blank = 0.4;
    private const double BlankBetweenLetters = 0.12;
    private const double CellGap = 0.7;

    private PrintedLine(List<PlacedWord> words)
    {
        Words = words;
        Y = words.Average(w => w.Y);
        Size = words.Max(w => w.Size);
        Left = words[0].Left;
        Right = words.Max(w => w.Right);
        Text = Join(words);
    }

    public IReadOnlyList<PlacedWord> Words { get; }

    public double Y { get; }

    public double Size { get; }

    public double Left { get; }

    public double Right { get; }

    public string Text { get; }

    /// <summary>True when there is room for the edge of a table between two of its words.</summary>
    public bool HasCells
    {
        get
        {
            for (var i = 1; i < Words.Count; i++)
            {
                if (Words[i].Left - Words[i - 1].Right >= CellGap * Size)
                    return true;
            }

            return false;
        }
    }

    /// <summary>The lines of a page, from top to bottom.</summary>
    public static List<PrintedLine> Find(PrintedPage page, ReadBudget budget)
    {
        var lines = new List<PrintedLine>();
        var open = new List<PlacedWord>();
        foreach (var word in page.Words.Where(w => double.IsFinite(w.Left + w.Right + w.Y) && w.Size > 0 && !string.IsNullOrWhiteSpace(w.Text)).OrderBy(w => w.Y))
        {
            budget.Spend();
            if (open.Count > 0 && word.Y - open[0].Y > SameLine * Math.Max(word.Size, open[0].Size))
            {
                lines.Add(new(InOrder(open)));
                open.Clear();
            }

            open.Add(word);
        }

        if (open.Count > 0)
            lines.Add(new(InOrder(open)));
        return lines;
    }

    /// <summary>From left to right; what is printed twice in nearly one place, to look bold, once.</summary>
    private static List<PlacedWord> InOrder(List<PlacedWord> words)
    {
        var ordered = new List<PlacedWord>(words.Count);
        foreach (var word in words.OrderBy(w => w.Left))
        {
            if (ordered.Count == 0 || ordered[^1].Text != word.Text || word.Left - ordered[^1].Left > SamePlace * word.Size)
                ordered.Add(word);
        }

        return ordered;
    }

    /// <summary>The words as one text, with a blank where the page leaves one.</summary>
    public static string Join(IReadOnlyList<PlacedWord> words)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0 && IsBlankBetween(words[i - 1], words[i]))
                text.Append(' ');
            text.Append(words[i].Text);
        }

        return text.ToString();
    }

    private static bool IsBlankBetween(PlacedWord left, PlacedWord right)
    {
        var gap = (right.Left - left.Right) / Math.Max(left.Size, right.Size);
        var letters = char.IsAsciiLetterOrDigit(left.Text[^1]) && char.IsAsciiLetterOrDigit(Fold.Char(right.Text[0]));
        return gap >= (letters ? BlankBetweenLetters : Blank);
    }
}
