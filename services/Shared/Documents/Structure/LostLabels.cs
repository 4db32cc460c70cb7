namespace Fazhi.Documents.Structure;

/// <summary>
/// Finds numbers that were lost without a trace. Between two siblings whose numbers leave a gap, the paragraphs that look like their headings
/// fill it, where there are just as many. Behind the last sibling, only paragraphs that begin exactly as all siblings do are counted on.
/// </summary>
internal sealed class LostLabels
{
    private const int MostInGap = 3;
    private const int MostAtEnd = 2;
    private static readonly string[] ClosingWords = ["下一步", "以上", "总之", "同时", "此外", "另外", "今后", "各", "我", "本", "特此", "通过", "为", "专此"];

    private readonly LineFacts _facts;
    private readonly HeadingFinder _headings;
    private readonly bool[] _inferred;
    private readonly List<int>[] _siblings = [.. Enumerable.Range(0, (int)LabelKind.Bullet + 1).Select(_ => new List<int>())];
    private readonly int[] _lastNumber = new int[(int)LabelKind.Bullet + 1];
    private readonly List<int> _candidates = [];

    private LostLabels(LineFacts facts, HeadingFinder headings, bool[] inferred)
    {
        _facts = facts;
        _headings = headings;
        _inferred = inferred;
    }

    /// <summary>Gives lines the numbers that they lost, with their headings, and marks them as inferred.</summary>
    public static void Resolve(LineFacts facts, HeadingFinder headings, bool[] inferred, ReadBudget budget)
    {
        var lost = new LostLabels(facts, headings, inferred);
        var parent = -1;
        for (var i = 0; i < facts.Count; i++)
        {
            budget.Spend();
            if (facts.Roles[i] != LineRole.Body)
                parent = lost.EndAll(i);
            else if (facts.Labels[i] is { } label)
                parent = lost.Read(i, label, parent);
        }

        lost.EndAll(facts.Count);
    }

    private int Read(int line, Label label, int parent)
    {
        for (var deeper = label.Kind + 1; deeper <= LabelKind.Bullet; deeper++)
            End(deeper, line);
        var siblings = _siblings[(int)label.Kind];
        var previous = siblings.Count == 0 ? 0 : _facts.Labels[siblings[^1]]!.Value.Number;
        var goesOn = siblings.Count == 0 && _lastNumber[(int)label.Kind] == label.Number - 1;
        var gap = label.Number - previous - 1;
        var from = siblings.Count > 0 ? siblings[^1] + 1 : parent + 1;
        if (gap is > 0 and <= MostInGap && !goesOn && (siblings.Count > 0 || (gap == 1 && parent >= 0)))
            FillGap(label.Kind, previous, gap, from, line);
        siblings.Add(line);
        _lastNumber[(int)label.Kind] = label.Number;
        return line;
    }

    private int EndAll(int line)
    {
        for (var kind = LabelKind.Chapter; kind <= LabelKind.Bullet; kind++)
            End(kind, line);
        return -1;
    }

    private void FillGap(LabelKind kind, int previous, int gap, int from, int to)
    {
        _candidates.Clear();
        // One part of a document may have headings that the others have not.
        var shape = _headings.ShapeOf(kind);
        if (!shape.IsUsual)
            shape = _headings.ShapeOf([.. _siblings[(int)kind], to]);
        var others = 0;
        for (var i = from; i < to && _candidates.Count <= gap; i++)
        {
            if (!IsFree(i))
                continue;
            others++;
            if (HeadingOn(shape, i, out _) > 0)
                _candidates.Add(i);
        }

        if (_candidates.Count != gap && others == gap && !_headings.ShapeOf(kind).IsUsual)
        {
            _candidates.Clear();
            for (var i = from; i < to; i++)
            {
                if (IsFree(i))
                    _candidates.Add(i);
            }
        }

        if (_candidates.Count == gap)
            Number(kind, shape, previous);
    }

    /// <summary>The siblings of a form of number end before <paramref name="line"/>: what stands between may belong to them.</summary>
    private void End(LabelKind kind, int line)
    {
        var siblings = _siblings[(int)kind];
        if (siblings.Count >= 2 && line - siblings[^1] is > 1 and <= MostAtEnd + 1 && AllRunIn(siblings))
        {
            _candidates.Clear();
            for (var i = siblings[^1] + 1; i < line; i++)
            {
                if (IsFree(i) && HeadingOn(_headings.ShapeOf(kind), i, out var alone) > 0 && !alone && !IsClosing(i) && BearsUnits(i) == BearsUnits(siblings[0]))
                    _candidates.Add(i);
            }

            if (_candidates.Count == line - siblings[^1] - 1)
                Number(kind, _headings.ShapeOf(kind), _facts.Labels[siblings[^1]]!.Value.Number);
        }

        siblings.Clear();
    }

    /// <summary>True when the siblings follow each other line by line, from 1 on, each with a heading that runs into its paragraph.</summary>
    private bool AllRunIn(List<int> siblings)
    {
        for (var i = 0; i < siblings.Count; i++)
        {
            var line = siblings[i];
            if (_facts.Labels[line]!.Value.Number != i + 1 || _headings.LengthOf(line) == 0 || _headings.StandsAlone(line) || (i > 0 && siblings[i - 1] != line - 1))
                return false;
        }

        return true;
    }

    private void Number(LabelKind kind, HeadingShape shape, int previous)
    {
        foreach (var line in _candidates)
        {
            _facts.Labels[line] = new(kind, ++previous, 0, 0);
            _inferred[line] = true;
            _headings.Set(line, HeadingOn(shape, line, out var alone), alone);
        }

        _lastNumber[(int)kind] = previous;
    }

    private int HeadingOn(HeadingShape shape, int line, out bool standsAlone)
    {
        standsAlone = false;
        if (!shape.IsUsual)
            return 0;
        var words = _facts.Page.FoldedLine(line);
        var stop = words.IndexOfAny('。', ';');
        if (stop < 0)
        {
            standsAlone = shape.StandsAlone && !BearsUnits(line) && words[^1] != ':' && shape.Fits(words);
            return standsAlone ? words.Length : 0;
        }

        return shape.RunsIn && words[stop] == '。' && stop < words.Length - 1 && shape.Fits(words[..stop]) ? stop : 0;
    }

    private bool IsFree(int line) =>
        _facts.Labels[line] is null && _facts.Roles[line] == LineRole.Body && !_facts.Page.Lines[line].IsRow && _facts.Notes[line] is not { WholeLine: true };

    private bool BearsUnits(int line) => _facts.Notes[line] is not null;

    private bool IsClosing(int line)
    {
        foreach (var word in ClosingWords)
        {
            if (_facts.Page.FoldedLine(line).StartsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
