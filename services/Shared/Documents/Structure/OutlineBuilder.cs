using System.Collections.Immutable;
using Fazhi.Documents.Layout;

namespace Fazhi.Documents.Structure;

/// <summary>Labelled lines → the tree of sections, and every line → a paragraph in its section.</summary>
internal sealed class OutlineBuilder
{
    private const int None = -1;
    private const int MostSequenceWarnings = 20;

    private readonly LineFacts _facts;
    private readonly Page _page;
    private readonly HeadingFinder _headings;
    private readonly bool[] _inferred;
    private readonly int _levelsAbove;
    private readonly int _lastLabelled;
    private readonly List<Draft> _drafts = [];
    private readonly List<int> _open = [];
    private readonly List<Paragraph> _paragraphs;
    private readonly List<ParseWarning> _warnings;
    private readonly int[] _lastNumber = new int[(int)LabelKind.Bullet + 1];
    private readonly NumberForm?[] _forms = new NumberForm?[(int)LabelKind.Bullet + 1];
    private int _current = None;
    private bool _hasUnits;

    private OutlineBuilder(LineFacts facts, HeadingFinder headings, bool[] inferred, List<ParseWarning> warnings)
    {
        _facts = facts;
        _page = facts.Page;
        _inferred = inferred;
        _warnings = warnings;
        _headings = headings;
        _levelsAbove = (Has(LabelKind.Chapter) ? 1 : 0) + (Has(LabelKind.ChapterSection) ? 1 : 0);
        _lastLabelled = Array.FindLastIndex(facts.Labels, l => l is not null);
        _paragraphs = new(facts.Count);
    }

    public static Outline Build(LineFacts facts, ReadBudget budget, List<ParseWarning> warnings)
    {
        var inferred = LostNumbers.Resolve(facts, budget);
        var headings = new HeadingFinder(facts, budget);
        LostLabels.Resolve(facts, headings, inferred, budget);
        var builder = new OutlineBuilder(facts, headings, inferred, warnings);
        for (var i = 0; i < facts.Count; i++)
        {
            budget.Spend();
            builder.Add(i);
            ReadBudget.Require(builder._drafts.Count, budget.Limits.MaxSections, "标题数");
        }

        return builder.Finish();
    }

    private void Add(int line)
    {
        var kind = KindOf(line);
        if (_facts.Labels[line] is { } label)
            kind = Open(line, label);
        else if (kind is ParagraphKind.Title or ParagraphKind.Imprint)
            Close();
        else if (kind == ParagraphKind.Text)
            LeaveFinishedTask(line);

        _hasUnits |= _facts.Notes[line] is not null;
        if (_current != None)
            _drafts[_current].End = _page.Lines[line].End;
        _paragraphs.Add(new(_page.Lines[line].Range, _current, kind));
    }

    private ParagraphKind KindOf(int line) => _facts.Roles[line] switch
    {
        LineRole.Title => ParagraphKind.Title,
        LineRole.Imprint => ParagraphKind.Imprint,
        _ when _page.Lines[line].IsRow => ParagraphKind.TableRow,
        _ when _facts.Notes[line] is { WholeLine: true } => ParagraphKind.UnitLine,
        _ => ParagraphKind.Text,
    };

    private ParagraphKind Open(int line, Label label)
    {
        WarnIfOutOfSequence(line, label);
        while (_open.Count > 0 && _drafts[_open[^1]].Label.Kind >= label.Kind)
            _open.RemoveAt(_open.Count - 1);
        var heading = _headings.LengthOf(line);
        var standsAlone = _headings.StandsAlone(line);
        _drafts.Add(new(line, label, heading, standsAlone, _open.Count == 0 ? None : _open[^1]) { End = _page.Lines[line].End });
        _current = _drafts.Count - 1;
        _open.Add(_current);
        _hasUnits = false;
        return standsAlone ? ParagraphKind.Heading : ParagraphKind.Text;
    }

    private void Close()
    {
        _open.Clear();
        _current = None;
        _hasUnits = false;
    }

    /// <summary>A measure ends with its units: what follows without a number is no longer part of it.</summary>
    private void LeaveFinishedTask(int line)
    {
        if (!_hasUnits || _current == None || _drafts[_current].StandsAlone)
            return;
        var hasOwnUnits = _facts.Notes[line] is not null || (line + 1 < _facts.Count && _facts.Notes[line + 1] is { WholeLine: true } && _facts.Labels[line + 1] is null);
        _current = line > _lastLabelled && !hasOwnUnits ? None : _drafts[_current].Parent;
        _hasUnits = false;
        while (_open.Count > 0 && _open[^1] != _current)
            _open.RemoveAt(_open.Count - 1);
    }

    private void WarnIfOutOfSequence(int line, Label label)
    {
        ref var last = ref _lastNumber[(int)label.Kind];
        if (label.Number != 1 && label.Number != last + 1 && _warnings.Count < MostSequenceWarnings)
        {
            _warnings.Add(new("LABEL_OUT_OF_SEQUENCE", $"序号“{(_inferred[line] ? Printed(line, label) : PrintedLabel(line, label))}”与前面的序号不连续。",
                new(_page.Lines[line].Start, label.Length)));
        }

        last = label.Number;
    }

    private string Printed(int line, Label label)
    {
        ref var form = ref _forms[(int)label.Kind];
        if (_inferred[line])
            return (form ??= FormBelow(line, label.Kind)).Of(label);
        var printed = PrintedLabel(line, label);
        form = NumberForm.Read(printed) ?? form;
        return printed;
    }

    /// <summary>How the first printed number of the form below writes it, for one that was inferred before any was printed.</summary>
    private NumberForm FormBelow(int line, LabelKind kind)
    {
        for (var i = line + 1; i < _facts.Count; i++)
        {
            if (_facts.Labels[i] is { } label && label.Kind == kind && !_inferred[i] && NumberForm.Read(PrintedLabel(i, label)) is { } form)
                return form;
        }

        return NumberForm.Usual(kind);
    }

    private string PrintedLabel(int line, Label label)
    {
        var printed = _page.Text.AsSpan(_page.Lines[line].Start, label.Length);
        return printed.Contains(' ') ? printed.ToString().Replace(" ", "", StringComparison.Ordinal) : printed.ToString();
    }

    private bool Has(LabelKind kind) => Array.Exists(_facts.Labels, l => l?.Kind == kind);

    private int LevelOf(LabelKind kind) => kind switch
    {
        LabelKind.Chapter => 1,
        LabelKind.ChapterSection => _levelsAbove,
        LabelKind.Article => _levelsAbove + 1,
        _ => _levelsAbove + 1 + (kind - LabelKind.Han),
    };

    private Outline Finish()
    {
        for (var i = _drafts.Count - 1; i >= 0; i--)
        {
            if (_drafts[i].Parent is var parent and not None)
                _drafts[parent].End = Math.Max(_drafts[parent].End, _drafts[i].End);
        }

        var sections = _drafts.Select(ToSection).ToImmutableArray();
        WarnOfInferred(sections);
        return new(sections, [.. _drafts.Select(d => d.Line)], [.. _drafts.Select(d => d.StandsAlone)], [.. _paragraphs]);
    }

    private Section ToSection(Draft draft)
    {
        var line = _page.Lines[draft.Line];
        var content = line.Start + draft.Label.ContentStart;
        var heading = _page.Text.Substring(content, draft.Heading).Trim();
        var headingEnd = draft.Heading == 0 ? line.Start + draft.Label.Length : content + draft.Heading;
        return new(Printed(draft.Line, draft.Label), _inferred[draft.Line], heading, LevelOf(draft.Label.Kind), draft.Parent,
            TextRange.Between(line.Start, draft.End), TextRange.Between(line.Start, headingEnd));
    }

    private void WarnOfInferred(ImmutableArray<Section> sections)
    {
        var inferred = sections.Where(s => s.LabelInferred).ToList();
        if (inferred.Count > 0)
        {
            _warnings.Add(new("LABEL_INFERRED", inferred.Count == 1
                ? $"1 处序号在原文中丢失，按前后序号推断为“{inferred[0].Label}”。"
                : $"{inferred.Count} 处序号在原文中丢失，按前后序号推断（{inferred[0].Label} 至 {inferred[^1].Label}）。",
                inferred[0].HeadingRange));
        }
    }

    private sealed class Draft(int line, Label label, int heading, bool standsAlone, int parent)
    {
        public int Line { get; } = line;

        public Label Label { get; } = label;

        public int Heading { get; } = heading;

        public bool StandsAlone { get; } = standsAlone;

        public int Parent { get; } = parent;

        public int End { get; set; }
    }
}
