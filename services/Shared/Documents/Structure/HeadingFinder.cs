namespace Fazhi.Documents.Structure;

/// <summary>
/// Says which words after a number are its heading. A line without a sentence end is one. A first sentence that the text runs on from is
/// one where most lines with the same form of number begin so: one document writes all its measures with a title, another none.
/// </summary>
internal sealed class HeadingFinder
{
    private const int LongestStandingAlone = 80;
    private const int LongestRunIn = 40;
    private const int LongestRunInOfFew = 25;
    private const int LongestBeforeColon = 25;
    private const int LongestSubject = 160;
    private const int Few = 3;
    private const double Most = 0.6;

    private readonly LineFacts _facts;
    private readonly int[] _runIns = new int[(int)LabelKind.Bullet + 1];
    private readonly int[] _sentences = new int[(int)LabelKind.Bullet + 1];

    public HeadingFinder(LineFacts facts, ReadBudget budget)
    {
        _facts = facts;
        for (var i = 0; i < facts.Count; i++)
        {
            budget.Spend();
            if (facts.Labels[i] is not { } label)
                continue;
            var words = Words(i, label);
            var stop = words.IndexOf('。');
            if (stop < 0)
                continue;
            _sentences[(int)label.Kind]++;
            if (stop <= LongestRunIn && stop < words.Length - 1)
                _runIns[(int)label.Kind]++;
        }
    }

    /// <summary>The length of the heading after the number on a labelled line (0: none), and whether it stands alone on the line.</summary>
    public int Measure(int line, Label label, bool hasChild, out bool standsAlone)
    {
        var words = Words(line, label);
        var stop = words.IndexOfAny('。', ';', '!');
        standsAlone = stop < 0 && words.Length <= LongestStandingAlone && !HasInnerColon(words) && _facts.Notes[line] is null;
        if (standsAlone)
            return words.TrimEnd(": ").Length;
        var period = words.IndexOf('。');
        if (period > 0 && period == words.Length - 1 && period <= LongestRunIn && hasChild)
        {
            standsAlone = true;
            return period;
        }

        var colon = words.IndexOf(':');
        if (colon > 0 && (period < 0 || colon < period) && IsHeadingBeforeColon(words[..colon]))
            return colon;
        // With a unit note right behind it, a single short sentence is the text itself.
        return period > 0 && period < words.Length - 1 && period <= LongestRunInOf(label.Kind) ? period : 0;
    }

    private static bool HasInnerColon(ReadOnlySpan<char> words)
    {
        var colon = words.IndexOf(':');
        return colon >= 0 && colon < words.Length - 1 && IsHeadingBeforeColon(words[..colon]);
    }

    private static bool IsHeadingBeforeColon(ReadOnlySpan<char> words)
    {
        if (words.Length <= LongestBeforeColon)
            return words.IndexOfAny(',', ';') < 0;
        return words.Length <= LongestSubject && (words.EndsWith("情况", StringComparison.Ordinal) || words.EndsWith("方面", StringComparison.Ordinal));
    }

    private int LongestRunInOf(LabelKind kind)
    {
        if (_sentences[(int)kind] < Few)
            return LongestRunInOfFew;
        return _runIns[(int)kind] >= _sentences[(int)kind] * Most ? LongestRunIn : 0;
    }

    private ReadOnlySpan<char> Words(int line, Label label)
    {
        var words = _facts.Page.FoldedLine(line);
        if (_facts.Notes[line] is { } note)
            words = words[..Math.Max(label.ContentStart, note.Start - _facts.Page.Lines[line].Start)];
        return words[label.ContentStart..].TrimEnd(' ');
    }
}
