using System.Collections.Immutable;
using Fazhi.Documents.Layout;
using Fazhi.Documents.Structure;

namespace Fazhi.Documents.Reports;

/// <summary>
/// Goes through a report line by line and says what each part is about. A numbered heading decides for its section; a heading without number, or a sentence
/// that turns to problems or next steps, decides for what follows it, until the next section that could.
/// </summary>
internal sealed class StretchFinder
{
    private const int LongestBareHeading = 30;

    private readonly LineFacts _facts;
    private readonly Page _page;
    private readonly Outline _outline;
    private readonly int? _year;
    private readonly SectionClass[] _classes;
    private readonly bool[] _names;
    private readonly int[] _begins;
    private readonly List<Stretch> _stretches = [];
    private readonly int _firstSection;
    private readonly int _lastLine;
    private readonly bool _anyNumberedClass;
    private (SectionClass Class, int Begin, int Section, bool ByHeading)? _turn;

    private StretchFinder(LineFacts facts, Outline outline, int? year)
    {
        _facts = facts;
        _page = facts.Page;
        _outline = outline;
        _year = year;
        _classes = new SectionClass[outline.Sections.Length];
        _names = new bool[outline.Sections.Length];
        _begins = new int[outline.Sections.Length];
        for (var i = 0; i < _classes.Length; i++)
            ClassSection(i);
        _anyNumberedClass = Array.Exists(_classes, c => c is SectionClass.Problems or SectionClass.NextSteps);
        _firstSection = outline.Lines.IsEmpty ? int.MaxValue : outline.Lines[0];
        _lastLine = outline.Lines.IsEmpty ? int.MaxValue : LastLineOfSections();
    }

    /// <summary>The class of each section.</summary>
    public ImmutableArray<SectionClass> Classes => ImmutableArray.Create(_classes);

    /// <summary>True for the sections whose own heading names a class: 存在的问题, 下一步工作打算.</summary>
    public IReadOnlyList<bool> NamesClass => _names;

    /// <summary>All parts of the body, in order.</summary>
    public IReadOnlyList<Stretch> Stretches => _stretches;

    public static StretchFinder Find(LineFacts facts, Outline outline, int? year, ReadBudget budget)
    {
        var finder = new StretchFinder(facts, outline, year);
        for (var line = 0; line < outline.Paragraphs.Length; line++)
        {
            budget.Spend();
            finder.Add(line);
        }

        return finder;
    }

    private void ClassSection(int index)
    {
        var section = _outline.Sections[index];
        var named = HeadingClass.Of(Fazhi.Catalogues.Fold.Text(section.Heading), _year, out var plain);
        var above = section.ParentIndex < 0 ? (SectionClass?)null : _classes[section.ParentIndex];
        var names = named is SectionClass.Problems or SectionClass.NextSteps && (above is null || plain);
        var decides = names && above != named;
        _names[index] = names || (above is null && _outline.StandAlone[index]);
        _classes[index] = above is null || decides ? named : above.Value;
        _begins[index] = above is null || decides ? section.Range.Start : _begins[section.ParentIndex];
    }

    private int LastLineOfSections()
    {
        var line = _outline.Paragraphs.Length - 1;
        while (line > 0 && _outline.Paragraphs[line].SectionIndex < 0)
            line--;
        return line;
    }

    private void Add(int line)
    {
        var paragraph = _outline.Paragraphs[line];
        var section = paragraph.SectionIndex;
        if (section >= 0 && _outline.Lines[section] == line)
            Enter(section);
        if (paragraph.Kind is ParagraphKind.Title or ParagraphKind.Imprint or ParagraphKind.UnitLine)
            return;
        if (paragraph.Kind == ParagraphKind.Heading)
        {
            AddStretch(Content(line), line, section, isHeading: true);
            return;
        }

        if (_facts.Labels[line] is null && IsBareHeading(line, out var turn))
        {
            _turn = turn is SectionClass.Problems or SectionClass.NextSteps ? (turn, paragraph.Range.Start, section, true) : null;
            return;
        }

        AddSentences(line, section);
    }

    /// <summary>At a new section, a turn made by a sentence is over, save for the parts of its own section; one made by a heading without number holds for numbered items.</summary>
    private void Enter(int section)
    {
        if (_turn is not { } turn)
            return;
        var decides = _begins[section] == _outline.Sections[section].Range.Start;
        var names = decides && _classes[section] is SectionClass.Problems or SectionClass.NextSteps;
        var isWithin = turn.Section >= 0 && IsWithin(section, turn.Section);
        if (names || (!isWithin && (!turn.ByHeading || (_anyNumberedClass && decides))))
            _turn = null;
        else
            (_classes[section], _names[section], _begins[section]) = (turn.Class, false, turn.Begin);
    }

    private bool IsWithin(int section, int around)
    {
        while (section > around)
            section = _outline.Sections[section].ParentIndex;
        return section == around;
    }

    /// <summary>A line of its own without number: 存在的问题; 下一步工作打算:.</summary>
    private bool IsBareHeading(int line, out SectionClass turn)
    {
        turn = SectionClass.Other;
        var words = _page.FoldedLine(line).Trim(' ');
        if (words.Length is 0 or > LongestBareHeading || _page.Lines[line].IsRow || words.IndexOfAny("。;,!") >= 0)
            return false;
        turn = HeadingClass.Of(words.TrimEnd(":").ToString(), _year, out var plain);
        return plain && turn is SectionClass.Problems or SectionClass.NextSteps;
    }

    private void AddSentences(int line, int section)
    {
        var content = Content(line);
        if (content.Length == 0)
            return;
        var base_ = ClassOf(line, section, out _);
        if (base_ is SectionClass.NextSteps or SectionClass.Signature || !Opener.MayBeIn(_page.FoldedAt(content), _year))
        {
            AddStretch(content, line, section, isHeading: false);
            return;
        }

        var start = content.Start;
        for (var at = start; at < content.End;)
        {
            var end = SentenceReader.EndOf(_page.Folded, at, content.End);
            var now = ClassOf(line, section, out _);
            if (now != SectionClass.NextSteps && Opener.Of(_page.Folded.AsSpan(at, end - at), _year) is { } turn && turn != now && !(now == SectionClass.Preamble && turn == SectionClass.Problems))
            {
                AddStretch(TextRange.Between(start, at), line, section, isHeading: false);
                _turn = (turn, at, section, false);
                start = at;
            }

            at = end;
        }

        AddStretch(TextRange.Between(start, content.End), line, section, isHeading: false);
    }

    private void AddStretch(TextRange range, int line, int section, bool isHeading)
    {
        range = SentenceReader.Trim(_page.Folded, range);
        if (range.Length > 0)
            _stretches.Add(new(range, line, section, ClassOf(line, section, out var begin), begin, isHeading));
    }

    private SectionClass ClassOf(int line, int section, out int begin)
    {
        if (_turn is { } turn && (section >= 0 || line <= _lastLine))
        {
            begin = turn.Begin;
            return turn.Class;
        }

        begin = section >= 0 ? _begins[section] : 0;
        if (section >= 0)
            return _classes[section];
        if (line < _firstSection)
            return _firstSection < int.MaxValue || IsIntroduction(line) ? SectionClass.Preamble : SectionClass.Achievements;
        return line > _lastLine ? SectionClass.Signature : SectionClass.Other;
    }

    /// <summary>In a report without sections, the paragraph that ends in …报告如下.</summary>
    private bool IsIntroduction(int line)
    {
        var words = _page.FoldedLine(line).TrimEnd(" ");
        return words.EndsWith(":", StringComparison.Ordinal) || words.EndsWith("如下。", StringComparison.Ordinal);
    }

    private TextRange Content(int line)
    {
        var range = _page.Lines[line];
        return SentenceReader.Trim(_page.Folded, TextRange.Between(range.Start + (_facts.Labels[line]?.ContentStart ?? 0), range.End));
    }
}
