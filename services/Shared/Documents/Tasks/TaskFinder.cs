using System.Collections.Immutable;
using Fazhi.Documents.Layout;
using Fazhi.Documents.Structure;

namespace Fazhi.Documents.Tasks;

/// <summary>
/// Finds the tasks of a plan. Where units are printed, a task is the innermost numbered part that has them (its neighbours of the same form too);
/// where none are, every innermost numbered part outside the general parts (指导思想, 总体要求 …) is one, and of these no chapter where others are divided. Rows of a table of tasks are tasks.
/// </summary>
internal sealed class TaskFinder
{
    private static readonly string[] GeneralParts = ["指导思想", "基本原则", "总体要求", "总体目标", "评价标准", "主要目标", "工作目标", "工作原则", "总体思路"];

    private readonly Page _page;
    private readonly LineFacts _facts;
    private readonly Outline _outline;
    private readonly List<int>[] _linesOf;
    private readonly bool[] _hasChild;
    private readonly List<TaskDraft> _tasks = [];
    private SharedUnits? _shared;

    private TaskFinder(LineFacts facts, Outline outline)
    {
        _facts = facts;
        _page = facts.Page;
        _outline = outline;
        _linesOf = new List<int>[outline.Sections.Length];
        _hasChild = new bool[outline.Sections.Length];
        for (var i = 0; i < _linesOf.Length; i++)
        {
            _linesOf[i] = [];
            if (outline.Sections[i].ParentIndex >= 0)
                _hasChild[outline.Sections[i].ParentIndex] = true;
        }

        for (var line = 0; line < outline.Paragraphs.Length; line++)
        {
            if (outline.Paragraphs[line].SectionIndex >= 0)
                _linesOf[outline.Paragraphs[line].SectionIndex].Add(line);
        }
    }

    /// <summary>The tasks in document order.</summary>
    /// <param name="facts">The lines.</param>
    /// <param name="outline">Their sections.</param>
    /// <param name="period">The years of the plan, which 年底前 refers to.</param>
    /// <param name="dates">The dates of the document, for a plan of several years.</param>
    /// <param name="budget">What it may cost.</param>
    public static ImmutableArray<PlanTask> Find(LineFacts facts, Outline outline, Period? period, IReadOnlyList<DateMention> dates, ReadBudget budget)
    {
        var finder = new TaskFinder(facts, outline);
        finder.ReadTables(budget);
        finder.ReadSections(budget);
        ReadBudget.Require(finder._tasks.Count, budget.Limits.MaxTasks, "任务数");
        var values = new TaskValues(facts.Page, period, dates);
        return [.. finder._tasks.OrderBy(t => t.Task.Range.Start).Select(values.Complete)];
    }

    private void ReadTables(ReadBudget budget)
    {
        TaskTable? table = null;
        var (number, open) = (-1, false);
        for (var i = 0; i < _page.Lines.Length; i++)
        {
            budget.Spend();
            if (!_page.Lines[i].IsRow)
                continue;
            if (_page.Lines[i].Table != number || !open)
            {
                // A table that a page break cut goes on without its header.
                open = _page.Lines[i].Table != number && table is not null && table.GoesOnIn(i);
                number = _page.Lines[i].Table;
                if (!open && TaskTable.TryBegin(_page, i) is { } begun)
                {
                    (table, open) = (begun, true);
                    continue;
                }
            }

            if (open && table!.Read(i, _outline.Paragraphs[i].SectionIndex, HeadingsAbove(_outline.Paragraphs[i].SectionIndex)) is { } task)
                AddRow(table, task);
        }
    }

    private void AddRow(TaskTable table, TaskDraft task)
    {
        if (table.GoesOn && _tasks.Count > 0)
            _tasks[^1] = TaskTable.Join(_tasks[^1], task);
        else
            _tasks.Add(task);
    }

    private void ReadSections(ReadBudget budget)
    {
        var hasTable = _tasks.Count > 0;
        _shared = new SharedUnits(_facts, _outline, _linesOf, _hasChild);
        var withUnits = new bool[_linesOf.Length];
        var kindsWithUnits = new HashSet<(int Parent, int Level)>();
        for (var i = 0; i < _linesOf.Length; i++)
        {
            withUnits[i] = !_shared.AtHeadings[i] && (HasNotes(_linesOf[i]) || (!_hasChild[i] && _shared.For(i) is not null));
            if (withUnits[i])
                kindsWithUnits.Add((_outline.Sections[i].ParentIndex, _outline.Sections[i].Level));
        }

        var anyUnits = kindsWithUnits.Count > 0;
        var anyNested = Array.IndexOf(_hasChild, true) >= 0;
        for (var i = 0; i < _linesOf.Length; i++)
        {
            budget.Spend();
            if (withUnits[i] && (_hasChild[i] || _outline.StandAlone[i]) && HasNotes(_linesOf[i]))
                AddUnnumbered(i);
            else if (_hasChild[i] || (IsGeneral(i) && !withUnits[i]))
                continue;
            else if (withUnits[i] || (!hasTable && (anyUnits ? kindsWithUnits.Contains((_outline.Sections[i].ParentIndex, _outline.Sections[i].Level)) : !anyNested || _outline.Sections[i].ParentIndex >= 0)))
                Add(i, _linesOf[i], _outline.Sections[i].Range);
        }
    }

    /// <summary>Below a heading of its own line, each paragraph with units is a task; a single one takes the heading's number.</summary>
    private void AddUnnumbered(int section)
    {
        var groups = new List<List<int>>();
        var group = new List<int>();
        foreach (var line in _linesOf[section].Where(l => l != _outline.Lines[section] || !_outline.StandAlone[section]))
        {
            var note = _facts.Notes[line];
            if (group.Count > 0 && _facts.Notes[group[^1]] is not null && note is not { WholeLine: true })
            {
                groups.Add(group);
                group = [];
            }

            group.Add(line);
        }

        if (group.Count > 0)
            groups.Add(group);
        var tasks = groups.Where(g => g.Exists(l => _facts.Notes[l] is not null)).ToList();
        if (tasks.Count == 1 && !_hasChild[section])
            Add(section, _linesOf[section], _outline.Sections[section].Range);
        else
            tasks.ForEach(g => AddPart(section, g));
    }

    private void Add(int section, List<int> lines, TextRange range)
    {
        var own = _outline.Sections[section];
        var draft = Make(section, lines, range);
        _tasks.Add(draft with { Task = draft.Task with { Label = own.Label, LabelInferred = own.LabelInferred, Title = own.Heading, Headings = HeadingsAbove(own.ParentIndex) } });
    }

    private void AddPart(int section, List<int> lines) =>
        _tasks.Add(Make(section, lines, TextRange.Between(_page.Lines[lines[0]].Start, _page.Lines[lines[^1]].End)));

    private TaskDraft Make(int section, List<int> lines, TextRange range)
    {
        var parts = HasNotes(lines) ? lines.Where(l => _facts.Notes[l] is not null).SelectMany(l => _facts.Notes[l]!.Parts).ToList() : _shared?.For(section) ?? [];
        var task = new PlanTask
        {
            Label = "",
            LabelInferred = false,
            Title = "",
            Headings = HeadingsAbove(section),
            SectionIndex = section,
            Range = range,
            Paragraphs = [.. Words(section, lines)],
            UnitLines = [.. parts.Where(p => p.Role is not null).SelectMany(p => UnitSplitter.Read(_page, p))],
        };
        return new(task, [.. parts.Where(p => p.Role is null).Select(p => p.Words)]);
    }

    /// <summary>The words of the lines without number and unit note; a heading's own line only where it is all there is.</summary>
    private IEnumerable<TextRange> Words(int section, List<int> lines)
    {
        var headingLine = _outline.StandAlone[section] && lines.Exists(l => l != _outline.Lines[section] && _facts.Notes[l] is not { WholeLine: true })
            ? _outline.Lines[section]
            : -1;
        foreach (var line in lines.Where(l => l != headingLine))
        {
            var start = _page.Lines[line].Start + (_facts.Labels[line]?.ContentStart ?? 0);
            var end = _facts.Notes[line]?.Start ?? _page.Lines[line].End;
            while (end > start && _page.Text[end - 1] == ' ')
                end--;
            if (end > start)
                yield return TextRange.Between(start, end);
        }
    }

    private ImmutableArray<string> HeadingsAbove(int section)
    {
        var headings = new List<string>();
        for (; section >= 0; section = _outline.Sections[section].ParentIndex)
        {
            if (_outline.Sections[section].Heading.Length > 0)
                headings.Add(_outline.Sections[section].Heading);
        }

        headings.Reverse();
        return [.. headings];
    }

    private bool HasNotes(List<int> lines) => lines.Exists(l => _facts.Notes[l] is not null);

    private bool IsGeneral(int section)
    {
        for (; section >= 0; section = _outline.Sections[section].ParentIndex)
        {
            if (GeneralParts.Any(w => _outline.Sections[section].Heading.Contains(w, StringComparison.Ordinal)))
                return true;
        }

        return false;
    }
}
