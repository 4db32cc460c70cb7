using Fazhi.Documents.Layout;

namespace Fazhi.Documents.Structure;

/// <summary>
/// Tells numbers of headings from numbers that begin a line only because the line above was broken there: inside 《…》, behind a mark that
/// goes on, or out of sequence in the midst of a sentence.
/// </summary>
internal sealed class WrappedLines(Page page)
{
    private const int ShortestBroken = 20;
    private const int LinesOfCitation = 3;
    private readonly int[] _last = new int[(int)LabelKind.Bullet + 1];

    /// <summary>True when the line with this number goes on with the line above. To be asked of all lines in order.</summary>
    public bool Continues(int line, Label label)
    {
        var fits = label.Number <= 1 || label.Number == _last[(int)label.Kind] + 1;
        if (line > 0 && !page.Lines[line - 1].IsRow && label.Kind != LabelKind.Bullet && (IsInsideCitation(line) || IsBroken(page.FoldedLine(line - 1), fits)))
            return true;
        _last[(int)label.Kind] = label.Number;
        return false;
    }

    private bool IsInsideCitation(int line)
    {
        for (var above = line - 1; above >= Math.Max(0, line - LinesOfCitation); above--)
        {
            var words = page.FoldedLine(above);
            var mark = words.LastIndexOfAny('《', '》');
            if (mark >= 0)
                return words[mark] == '《';
        }

        return false;
    }

    private static bool IsBroken(ReadOnlySpan<char> above, bool fits)
    {
        var last = above[^1];
        if (above.Length >= ShortestBroken && last is '、' or '(' or '《' or '和' or '及' or '与' or '第')
            return true;
        return !fits && above.Length >= ShortestBroken && (last == ',' || (last is >= '\u4E00' and <= '\u9FFF' && above.IndexOfAny(',', '。') >= 0));
    }
}
