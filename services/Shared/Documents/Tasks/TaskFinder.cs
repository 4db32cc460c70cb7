using System.Collections.Immutable;
using Fazhi.Documents.Layout;
using Fazhi.Documents.Structure;

namespace Fazhi.Documents.Tasks;

/// <summary>
/// Finds the tasks of a plan. Where units are printed, a task is the innermost numbered part that has them; so is one without units that looks the same, and any inside
/// a group of the plan, unless its headings say that it is general (指导思想, 总体要求 …) or about how to carry the plan out (保障措施, 组织领导 …) or what was done before (工作总结 …).
/// Where none are, every innermost numbered part outside the general parts is one, and of these no chapter where others are divided. Rows of a table of tasks are tasks.
/// </summary>
internal sealed class TaskFinder
{
    private static readonly string[] GeneralParts = ["指导思想", "基本原则", "总体要求", "总体目标", "评价标准", "主要目标", "工作目标", "工作原则", "总体思路"];
    private static readonly string[] OtherParts =
    [
        "组织领导", "组织实施", "组织保障", "保障措施", "工作保障", "工作要求", "有关要求", "相关要求", "实施要求", "工作步骤", "实施步骤", "方法步骤", "时间安排", "进度安排", "阶段安排",
        "工作总结", "工作回顾", "工作成效", "存在问题", "存在的问题", "主要问题",
    ];

    private readonly Page _page;
    private readonly LineFacts _facts;
    private readonly Outline _outline;
    private readonly List<int>[] _linesOf;
    private readonly bool[] _hasChild;
    private readonly List<TaskDraft> _tasks = [];
    private readonly HashSet<int> _rows = [];
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
    /// <param name="warnings">Where to say that some tasks have units and others none.</param>
    public static ImmutableArray<PlanTask> Find(LineFacts facts, Outline outline, Period? period, IReadOnlyList<DateMention> dates, ReadBudget budget, List<ParseWarning> warnings)
    {
        var finder = new TaskFinder(facts, outline);
        finder.ReadTables(budget);
        finder.ReadSections(budget);
        finder.ReadUnnumbered();
        ReadBudget.Require(finder._tasks.Count, budget.Limits.MaxTasks, "任务数");
        finder.WarnOfMissingUnits(warnings);
        var values = new TaskValues(facts.Page, period, dates);
        return [.. finder._tasks.OrderBy(t => t.Task.Range.Start).Select(values.Complete)];
    }

    private void WarnOfMissingUnits(List<ParseWarning> warnings)
    {
        var without = _tasks.Count(t => t.Task.UnitLines.IsEmpty);
        if (without == 0 || without == _tasks.Count)
            return;
        var first = _tasks.Where(t => t.Task.UnitLines.IsEmpty).MinBy(t => t.Task.Range.Start)!;
        warnings.Add(new("TASKS_WITHOUT_UNITS", $"{_tasks.Count} 项任务中有 {without} 项没有写明责任单位。", first.Task.Range));
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
                    _rows.Add(i);
                    continue;
                }
            }

            if (!open)
                continue;
            _rows.Add(i);
            if (table!.Read(i, _outline.Paragraphs[i].SectionIndex, HeadingsOfTable(_outline.Paragraphs[i].SectionIndex)) is { } task)
                AddRow(table, task);
        }
    }

    /// <summary>The headings above a table. One that stands behind a task is no part of it.</summary>
    private ImmutableArray<string> HeadingsOfTable(int section) =>
        HeadingsAbove(section >= 0 && !_outline.StandAlone[section] && HasNotes(_linesOf[section]) ? _outline.Sections[section].ParentIndex : section);

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
        var neighbours = new HashSet<(int Parent, int Level)>();
        for (var i = 0; i < _linesOf.Length; i++)
        {
            withUnits[i] = !_shared.AtHeadings[i] && (HasNotes(_linesOf[i]) || (!_hasChild[i] && _shared.For(i) is not null));
            if (withUnits[i])
                neighbours.Add((_outline.Sections[i].ParentIndex, _outline.Sections[i].Level));
        }

        var anyNested = Array.IndexOf(_hasChild, true) >= 0;
        for (var i = 0; i < _linesOf.Length; i++)
        {
            budget.Spend();
            var (parent, level) = (_outline.Sections[i].ParentIndex, _outline.Sections[i].Level);
            if (withUnits[i] && (_hasChild[i] || _outline.StandAlone[i]) && HasNotes(_linesOf[i]))
                AddUnnumbered(i);
            else if (_hasChild[i] || (IsWithin(i, GeneralParts) && !withUnits[i]))
                continue;
            else if (withUnits[i] || (!hasTable && (neighbours.Count > 0 ? neighbours.Contains((parent, level)) || IsInGroup(i, withUnits) : !anyNested || parent >= 0)))
                Add(i, _linesOf[i], _outline.Sections[i].Range);
        }
    }

    /// <summary>A part without units where others have them: inside a group that is not about how to carry the plan out or what was done before, and no part of a task.</summary>
    private bool IsInGroup(int section, bool[] withUnits)
    {
        var parent = _outline.Sections[section].ParentIndex;
        if (parent < 0 || IsWithin(section, OtherParts))
            return false;
        for (; parent >= 0; parent = _outline.Sections[parent].ParentIndex)
        {
            if (withUnits[parent])
                return false;
        }

        return true;
    }

    /// <summary>Paragraphs outside every section: those with units, and the others of a list 一是 … 二是 … where any has them.</summary>
    private void ReadUnnumbered()
    {
        var groups = new List<List<int>>();
        for (var line = 0; line < _outline.Paragraphs.Length; line++)
        {
            if (_outline.Paragraphs[line].SectionIndex >= 0 || _page.Lines[line].IsRow || _facts.Roles[line] != LineRole.Body)
                continue;
            if (_facts.Notes[line] is { WholeLine: true } && groups.Count > 0 && groups[^1][^1] == line - 1)
                groups[^1].Add(line);
            else if (_facts.Notes[line] is { WholeLine: false } || OrderWords(line) > 0)
                groups.Add([line]);
        }

        if (groups.Exists(HasNotes))
            groups.ForEach(g => AddPart(-1, g));
    }

    /// <summary>The length of 一是, 二要 at the beginning of a line; 0 where there is none.</summary>
    private int OrderWords(int line)
    {
        var words = _page.FoldedLine(line);
        var length = HanNumber.Measure(words);
        return length > 0 && length < words.Length && words[length] is '是' or '要' ? length + 1 : 0;
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
        // The rows of a table behind it are tasks of their own.
        if (lines.Exists(_rows.Contains))
        {
            lines = lines.FindAll(l => !_rows.Contains(l));
            range = TextRange.Between(range.Start, _page.Lines[lines[^1]].End);
        }

        var draft = Make(section, lines, range);
        _tasks.Add(draft with { Task = draft.Task with { Label = own.Label, LabelInferred = own.LabelInferred, Title = own.Heading, Headings = HeadingsAbove(own.ParentIndex) } });
    }

    private void AddPart(int section, List<int> lines)
    {
        var draft = Make(section, lines, TextRange.Between(_page.Lines[lines[0]].Start, _page.Lines[lines[^1]].End));
        var order = OrderWords(lines[0]);
        if (order > 0 && draft.Task.Paragraphs is [var first, ..] && first.Start == _page.Lines[lines[0]].Start && first.Length > order)
        {
            draft = draft with
            {
                Task = draft.Task with { Label = _page.Text.Substring(first.Start, order), Paragraphs = draft.Task.Paragraphs.SetItem(0, TextRange.Between(first.Start + order, first.End)) },
            };
        }

        _tasks.Add(draft);
    }

    private TaskDraft Make(int section, List<int> lines, TextRange range)
    {
        var parts = HasNotes(lines) ? lines.Where(l => _facts.Notes[l] is not null).SelectMany(l => _facts.Notes[l]!.Parts).ToList() : section < 0 ? [] : _shared?.For(section) ?? [];
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
        var headingLine = section >= 0 && _outline.StandAlone[section] && lines.Exists(l => l != _outline.Lines[section] && _facts.Notes[l] is not { WholeLine: true })
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

    private bool IsWithin(int section, string[] parts)
    {
        for (; section >= 0; section = _outline.Sections[section].ParentIndex)
        {
            if (Array.Exists(parts, w => _outline.Sections[section].Heading.Contains(w, StringComparison.Ordinal)))
                return true;
        }

        return false;
    }
}
