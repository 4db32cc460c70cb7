using System.Collections.Immutable;
using Fazhi.Documents.Layout;

namespace Fazhi.Documents.Tasks;

/// <summary>Reads tasks from the rows of a table: 序号 | 工作任务 | 牵头单位 | 责任单位 | 完成时限, in any order of columns.</summary>
internal sealed class TaskTable
{
    private static readonly string[] LabelNames = ["序号", "编号"];
    private static readonly string[] TaskNames = ["工作任务", "重点任务", "主要任务", "目标任务", "任务内容", "工作内容", "工作措施", "工作举措", "具体举措", "具体措施", "主要措施", "任务措施", "措施", "任务", "具体任务", "工作要点", "举措"];

    private readonly Page _page;
    private readonly int _columns;
    private readonly int _label;
    private readonly int _task;
    private readonly (UnitRole? Role, bool Holds)[] _roles;
    private readonly TextRange[] _above;

    private TaskTable(Page page, List<TextRange> header, int task)
    {
        _page = page;
        _columns = header.Count;
        _task = task;
        _label = header.FindIndex(c => IsOneOf(Name(page.Folded, c), LabelNames));
        _roles = [.. header.Select(c => (RoleWords.TryMatchColumn(Name(page.Folded, c), out var role) ? role : null, RoleWords.TryMatchColumn(Name(page.Folded, c), out _)))];
        _above = new TextRange[_columns];
    }

    /// <summary>True when the row names a column of tasks and one of units or time.</summary>
    public static bool IsHeader(ReadOnlySpan<char> folded, ReadOnlySpan<char> printed)
    {
        var cells = TableCells.Split(printed, 0);
        return TaskColumn(folded, cells) >= 0;
    }

    /// <summary>The reader of the table that begins with the given row; null when the row is no header of a table of tasks.</summary>
    public static TaskTable? TryBegin(Page page, int line)
    {
        var cells = Cells(page, line);
        var task = TaskColumn(page.Folded, cells);
        return task < 0 ? null : new(page, cells, task);
    }

    /// <summary>Reads one row; null when it holds no task (a group's name across the table, a repeated header).</summary>
    public TaskDraft? Read(int line, int section)
    {
        var cells = Cells(_page, line);
        if (cells.Count != _columns || TaskColumn(_page.Folded, cells) >= 0)
            return null;
        GoesOn = _label >= 0 && IsSpanned(line, _label);
        for (var i = 0; i < cells.Count; i++)
        {
            var goesOn = IsSpanned(line, i);
            _above[i] = goesOn || (cells[i].Length == 0 && IsGroup(i)) ? _above[i] : cells[i];
        }

        if (cells[_task].Length == 0)
            return null;
        var task = new PlanTask
        {
            Label = _label < 0 ? "" : _page.Printed(_above[_label]),
            LabelInferred = false,
            Title = "",
            Headings = [.. Enumerable.Range(0, _task).Where(IsGroup).Select(i => _above[i]).Where(c => c.Length > 0).Select(_page.Printed)],
            SectionIndex = section,
            Range = _page.Lines[line].Range,
            Paragraphs = [cells[_task]],
            UnitLines = [.. UnitLines()],
        };
        return new(task, TimeLimits());
    }

    /// <summary>True when the number of the row read last reaches down from the row above: it is a further step of the same task.</summary>
    public bool GoesOn { get; private set; }

    /// <summary>A task with a further step.</summary>
    public static TaskDraft Join(TaskDraft draft, TaskDraft step)
    {
        var task = draft.Task with
        {
            Range = TextRange.Between(draft.Task.Range.Start, step.Task.Range.End),
            Paragraphs = [.. draft.Task.Paragraphs, .. step.Task.Paragraphs.Except(draft.Task.Paragraphs)],
            UnitLines = [.. draft.Task.UnitLines, .. step.Task.UnitLines.ExceptBy(draft.Task.UnitLines.Select(u => u.Range), u => u.Range)],
        };
        return new(task, [.. draft.TimeFields.Union(step.TimeFields)]);
    }

    private bool IsSpanned(int line, int column) => column < 64 && (_page.Lines[line].Spanned >> column & 1) == 1;

    private IEnumerable<UnitLine> UnitLines()
    {
        for (var i = 0; i < _columns; i++)
        {
            if (_roles[i] is not { Holds: true, Role: { } role } || _above[i].Length == 0)
                continue;
            foreach (var unitLine in UnitSplitter.Read(_page, new(role, _above[i], _above[i])))
                yield return unitLine;
        }
    }

    private ImmutableArray<TextRange> TimeLimits() =>
        [.. Enumerable.Range(0, _columns).Where(i => _roles[i] is { Holds: true, Role: null } && _above[i].Length > 0).Select(i => _above[i])];

    // Columns before the task that are neither number nor units group the tasks: 类别, 项目.
    private bool IsGroup(int column) => column < _task && column != _label && !_roles[column].Holds;

    private static List<TextRange> Cells(Page page, int line) =>
        TableCells.Split(page.Text.AsSpan(page.Lines[line].Start, page.Lines[line].Length), page.Lines[line].Start);

    private static int TaskColumn(ReadOnlySpan<char> folded, List<TextRange> cells)
    {
        var task = -1;
        var hasRole = false;
        for (var i = 0; i < cells.Count; i++)
        {
            var name = Name(folded, cells[i]);
            hasRole |= RoleWords.TryMatchColumn(name, out _);
            if (IsOneOf(name, TaskNames))
                task = i;
        }

        return hasRole ? task : -1;
    }

    private static string Name(ReadOnlySpan<char> folded, TextRange cell) =>
        cell.Length > 12 ? "" : folded.Slice(cell.Start, cell.Length).ToString().Replace(" ", "", StringComparison.Ordinal);

    private static bool IsOneOf(string name, string[] names) => Array.IndexOf(names, name) >= 0;
}
