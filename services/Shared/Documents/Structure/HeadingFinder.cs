namespace Fazhi.Documents.Structure;

/// <summary>
/// Says which words after a number are its heading. A line without a sentence end is one. A first sentence that the text runs on from is
/// one where most of its siblings begin so; where these are few or divided, where most lines of the document with the same form of number do:
/// one part writes all its measures with a title, another none.
/// </summary>
internal sealed class HeadingFinder
{
    private const int LongestStandingAlone = 80;
    private const int LongestRunIn = 40;
    private const int LongestRunInOfFew = 25;
    private const int LongestBeforeColon = 25;
    private const int LongestBeforeMark = 30;
    private const int LongestSubject = 160;
    private const int ShortestTextAfterBlank = 40;
    private const int Few = 3;
    private const int LongestRunInOfPair = 16;
    private const double Most = 0.6;

    private static readonly string[] Announcements = ["以下", "如下", "下列", "包括", "做到", "要求", "指出", "强调", "明确"];

    private readonly LineFacts _facts;
    private readonly RunIns[] _byKind = [.. Enumerable.Range(0, (int)LabelKind.Bullet + 1).Select(_ => new RunIns())];
    private readonly RunIns?[] _bySiblings;
    private readonly HeadingShape[] _shapes = [.. Enumerable.Range(0, (int)LabelKind.Bullet + 1).Select(_ => new HeadingShape())];
    private readonly int[] _lengths;
    private readonly bool[] _alone;

    public HeadingFinder(LineFacts facts, ReadBudget budget)
    {
        _facts = facts;
        _lengths = new int[facts.Count];
        _alone = new bool[facts.Count];
        _bySiblings = new RunIns?[facts.Count];
        CountRunIns(budget);
        MeasureMarked(budget);
        MeasureUnmarked();
    }

    /// <summary>The length of the heading after the number on a labelled line; 0 where it has none.</summary>
    public int LengthOf(int line) => _lengths[line];

    /// <summary>Whether the heading stands alone on the line.</summary>
    public bool StandsAlone(int line) => _alone[line];

    /// <summary>What the headings after numbers of this form look like.</summary>
    public HeadingShape ShapeOf(LabelKind kind) => _shapes[(int)kind];

    /// <summary>What the headings on these lines look like.</summary>
    public HeadingShape ShapeOf(List<int> lines)
    {
        var shape = new HeadingShape();
        foreach (var line in lines)
            shape.Add(Words(line, _facts.Labels[line]!.Value)[.._lengths[line]], _alone[line]);
        return shape;
    }

    /// <summary>Gives a line that had no number a heading.</summary>
    public void Set(int line, int length, bool standsAlone) => (_lengths[line], _alone[line]) = (length, standsAlone);

    private void CountRunIns(ReadBudget budget)
    {
        var open = new RunIns?[(int)LabelKind.Bullet + 1];
        for (var i = 0; i < _facts.Count; i++)
        {
            budget.Spend();
            if (_facts.Labels[i] is not { } label)
                continue;
            Array.Clear(open, (int)label.Kind + 1, open.Length - (int)label.Kind - 1);
            var siblings = _bySiblings[i] = open[(int)label.Kind] ??= new();
            var words = Words(i, label);
            var stop = words.IndexOf('。');
            if (stop < 0)
                continue;
            siblings.Add(stop, words.Length);
            _byKind[(int)label.Kind].Add(stop, words.Length);
        }
    }

    private void MeasureMarked(ReadBudget budget)
    {
        for (var i = 0; i < _facts.Count; i++)
        {
            budget.Spend();
            if (_facts.Labels[i] is not { } label)
                continue;
            var words = Words(i, label);
            var hasChild = i + 1 < _facts.Count && _facts.Labels[i + 1] is { } next && next.Kind > label.Kind;
            _lengths[i] = Measure(words, LongestRunInOf(label.Kind, _bySiblings[i]!), hasChild, bearsUnits: _facts.Notes[i] is not null && !hasChild, out _alone[i]);
            _shapes[(int)label.Kind].Add(words[.._lengths[i]], _alone[i]);
        }
    }

    /// <summary>Where the mark between heading and text was lost, the other headings of the same form say what it can look like.</summary>
    private void MeasureUnmarked()
    {
        for (var i = 0; i < _facts.Count; i++)
        {
            if (_lengths[i] > 0 || _facts.Labels[i] is not { } label || !_shapes[(int)label.Kind].IsUsual)
                continue;
            _lengths[i] = UnmarkedHeading.Measure(Words(i, label), _shapes[(int)label.Kind]);
            if (_lengths[i] > 0)
                _shapes[(int)label.Kind].RunsIn = true;
        }
    }

    private static int Measure(ReadOnlySpan<char> words, int longestRunIn, bool hasChild, bool bearsUnits, out bool standsAlone)
    {
        var stop = words.IndexOfAny('。', ';', '!');
        standsAlone = stop < 0 && words.Length <= LongestStandingAlone && !HasInnerColon(words) && !bearsUnits;
        if (standsAlone)
            return words.TrimEnd(": ").Length;
        var period = stop >= 0 && words[stop] == '。' ? stop : words.IndexOf('。');
        if (period > 0 && period == words.Length - 1 && period <= LongestRunIn && hasChild)
        {
            standsAlone = true;
            return period;
        }

        var first = period < 0 ? words : words[..period];
        var colon = first.IndexOf(':');
        if (colon > 0 && IsHeadingBeforeColon(words[..colon]))
            return colon;
        var dash = first.IndexOf("--", StringComparison.Ordinal);
        if (dash is > 1 and <= LongestBeforeMark && words[dash - 1] is >= '\u4E00' and <= '\u9FFF' && words[..dash].IndexOfAny(';', ':') < 0 && words.Length - dash > 2)
            return words[..dash].TrimEnd(' ').Length;
        // With a unit note right behind it, a single short sentence is the text itself.
        if (period > 0 && period < words.Length - 1 && period <= longestRunIn)
            return period;
        return MeasureBeforeBlank(words, first);
    }

    /// <summary>(一)加强组织领导 各部门要…: a blank is all that parts the heading from its text.</summary>
    private static int MeasureBeforeBlank(ReadOnlySpan<char> words, ReadOnlySpan<char> first)
    {
        var blank = first.IndexOf(' ');
        var fits = blank is > 3 and <= LongestBeforeMark && IsHan(words[blank - 1]) && blank + 1 < words.Length && IsHan(words[blank + 1])
            && words[..blank].IndexOfAny(';', ':') < 0 && words[..blank].Count(',') <= 1;
        return fits && words.Length - blank > ShortestTextAfterBlank / 2 && (words[blank..].Contains('。') || words.Length - blank > ShortestTextAfterBlank) ? blank : 0;
    }

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';

    private static bool HasInnerColon(ReadOnlySpan<char> words)
    {
        var colon = words.IndexOf(':');
        return colon >= 0 && colon < words.Length - 1 && IsHeadingBeforeColon(words[..colon]);
    }

    private static bool IsHeadingBeforeColon(ReadOnlySpan<char> words)
    {
        foreach (var word in Announcements)
        {
            if (words.EndsWith(word, StringComparison.Ordinal) || (word[^1] == '下' && words.Contains(word, StringComparison.Ordinal)))
                return false;
        }

        if (words.Length <= LongestBeforeColon)
            return words.IndexOfAny(',', ';') < 0;
        return words.Length <= LongestSubject && (words.EndsWith("情况", StringComparison.Ordinal) || words.EndsWith("方面", StringComparison.Ordinal));
    }

    private int LongestRunInOf(LabelKind kind, RunIns siblings)
    {
        var document = _byKind[(int)kind];
        if (document.Sentences < Few)
            return LongestRunInOfFew;
        if (document.Share >= Most)
            return siblings.Sentences >= Few && siblings.Share <= 1 - Most ? 0 : LongestRunIn;
        // Against the habit of the document siblings must agree, with short headings.
        var longest = siblings.Sentences switch { < 2 => 0, < Few => LongestRunInOfPair, _ => LongestRunInOfFew };
        return siblings.Share == 1 && siblings.Longest <= longest ? longest : 0;
    }

    private ReadOnlySpan<char> Words(int line, Label label)
    {
        var words = _facts.Page.FoldedLine(line);
        if (_facts.Notes[line] is { } note)
            words = words[..Math.Max(label.ContentStart, note.Start - _facts.Page.Lines[line].Start)];
        return words[label.ContentStart..].TrimEnd(' ');
    }

    /// <summary>How many of some numbered lines have a sentence, and how many a short one first that the text runs on from.</summary>
    private sealed class RunIns
    {
        private int _count;

        public int Sentences { get; private set; }

        /// <summary>The length of the longest of these first sentences.</summary>
        public int Longest { get; private set; }

        public double Share => (double)_count / Sentences;

        public void Add(int stop, int length)
        {
            Sentences++;
            if (stop > LongestRunIn || stop >= length - 1)
                return;
            _count++;
            Longest = Math.Max(Longest, stop);
        }
    }
}
