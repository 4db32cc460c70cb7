using System.Collections.Immutable;
using Fazhi.Documents.Layout;
using Fazhi.Documents.Structure;

namespace Fazhi.Documents.Tasks;

/// <summary>Reads tasks from the rows of a table: 序号 | 工作任务 | 牵头单位 | 责任单位 | 完成时限, in any order of columns, with a header of one row or two.</summary>
internal sealed class TaskTable
{
    private const int LongestName = 14;
    private const int LongestGroup = 60;

    private static readonly string[] LabelNames = ["序号", "编号", "项次", "顺序", "序列", "号"];
    private static readonly string[] TaskNames = ["任务", "措施", "举措", "工作内容", "主要内容", "具体内容", "工作要点", "重点工作", "工作事项", "重点事项", "工作项目"];
    private static readonly string[] OtherNames = ["类别", "分类", "类型", "来源", "序号", "编号", "依据"];
    private static readonly string[] GoalNames = ["目标", "要求", "标准", "指标", "成效", "内容"];
    private static readonly string[] RoleGroups = ["责任分工", "任务分工", "责任落实", "职责分工", "工作分工", "分工", "责任", "分工情况"];

    private readonly Page _page;
    private readonly int _header;
    private readonly int _columns;
    private readonly int _label;
    private readonly int _task;
    private readonly bool[] _goals;
    private readonly (UnitRole? Role, bool Holds)[] _roles;
    private readonly TextRange[] _above;
    private TextRange _group;

    private TaskTable(Page page, int line, List<TextRange> header, int task)
    {
        _page = page;
        _header = line;
        _columns = header.Count;
        _task = task;
        _label = header.FindIndex(c => IsOneOf(Name(page.Folded, c), LabelNames));
        _roles = [.. header.Select(c => RoleOf(Name(page.Folded, c)))];
        _goals = [.. header.Select((c, i) => i > task && !_roles[i].Holds && ContainsAny(Name(page.Folded, c), GoalNames))];
        _above = new TextRange[_columns];
    }

    /// <summary>True when the number of the row read last reaches down from the row above: it is a further step of the same task.</summary>
    public bool GoesOn { get; private set; }

    /// <summary>True when the row names a column of tasks and one of units or time.</summary>
    public static bool IsHeader(ReadOnlySpan<char> folded, ReadOnlySpan<char> printed) => TaskColumn(folded, TableCells.Split(printed, 0)) >= 0;

    /// <summary>The reader of the table that begins with the given row; null when the row is no header of a table of tasks.</summary>
    public static TaskTable? TryBegin(Page page, int line)
    {
        var cells = Cells(page, line);
        var task = TaskColumn(page.Folded, cells);
        return task < 0 ? null : new(page, line, cells, task);
    }

    /// <summary>True when the row of another table can be the next of this one: as many cells, and a number where numbers stand.</summary>
    public bool GoesOnIn(int line)
    {
        var cells = Cells(_page, line);
        return cells.Count == _columns && _label >= 0 && cells[_label].Length is > 0 and < 5 && char.IsAsciiDigit(_page.Folded[cells[_label].Start]) && TaskColumn(_page.Folded, cells) < 0;
    }

    /// <summary>Reads one row; null when it holds no task (a group's name across the table, a header).</summary>
    /// <param name="line">The row.</param>
    /// <param name="section">The section it is in.</param>
    /// <param name="headings">The headings above the table.</param>
    public TaskDraft? Read(int line, int section, ImmutableArray<string> headings)
    {
        var cells = Cells(_page, line);
        while (cells.Count < _columns)
            cells.Add(new(_page.Lines[line].End, 0));
        if (cells.Count != _columns || IsHeaderAgain(cells) || IsSecondHeader(line, cells) || IsGroupRow(line, cells))
            return null;
        GoesOn = _label >= 0 && IsSpanned(line, _label);
        for (var i = 0; i < cells.Count; i++)
            _above[i] = IsSpanned(line, i) || (cells[i].Length == 0 && IsGroup(i)) ? _above[i] : cells[i];
        return cells[_task].Length == 0 ? null : MakeTask(line, section, headings, cells);
    }

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

    private TaskDraft MakeTask(int line, int section, ImmutableArray<string> headings, List<TextRange> cells)
    {
        var label = _label < 0 ? "" : _page.Printed(_above[_label]);
        var words = cells[_task];
        if (label.Length == 0 && LabelScanner.TryRead(_page.FoldedAt(words), out var own) && own.ContentStart < words.Length)
        {
            label = _page.Text.Substring(words.Start, own.Length);
            words = TextRange.Between(words.Start + own.ContentStart, words.End);
        }

        var task = new PlanTask
        {
            Label = label,
            LabelInferred = false,
            Title = "",
            Headings = [.. headings, .. Groups()],
            SectionIndex = section,
            Range = _page.Lines[line].Range,
            Paragraphs = [words, .. Enumerable.Range(0, _columns).Where(i => _goals[i] && cells[i].Length > 0).Select(i => cells[i])],
            UnitLines = [.. UnitLines()],
        };
        return new(task, [.. Enumerable.Range(0, _columns).Where(i => _roles[i] is { Holds: true, Role: null } && _above[i].Length > 0).Select(i => _above[i])]);
    }

    private IEnumerable<string> Groups()
    {
        var last = "";
        if (_group.Length > 0)
            yield return last = WithoutNumber(_group);
        for (var i = 0; i < _task; i++)
        {
            // A row across the table may say again what the column of groups says.
            if (IsGroup(i) && _above[i].Length > 0 && WithoutNumber(_above[i]) is var name && name != last)
                yield return last = name;
        }
    }

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

    private bool IsHeaderAgain(List<TextRange> cells) => cells[_task].Length is > 0 and <= LongestName && TaskColumn(_page.Folded, cells) == _task;

    /// <summary>The second row of a header: 牵头单位 and 责任单位 below 责任分工.</summary>
    private bool IsSecondHeader(int line, List<TextRange> cells)
    {
        if (line != _header + 1)
            return false;
        var found = false;
        for (var i = 0; i < cells.Count; i++)
        {
            var (role, holds) = RoleOf(Name(_page.Folded, cells[i]));
            if (cells[i].Length > 0 && !holds)
                return false;
            found |= holds;
        }

        for (var i = 0; i < cells.Count && found; i++)
        {
            if (cells[i].Length > 0)
                _roles[i] = RoleOf(Name(_page.Folded, cells[i]));
        }

        return found;
    }

    /// <summary>One cell across the table names the group of the rows below it.</summary>
    private bool IsGroupRow(int line, List<TextRange> cells)
    {
        var words = cells[0];
        if (words.Length is 0 or > LongestGroup || _columns < 3 || _page.FoldedAt(words)[^1] == '。')
            return false;
        for (var i = 1; i < cells.Count; i++)
        {
            if (cells[i].Length > 0 || IsSpanned(line, i))
                return false;
        }

        _group = words;
        return true;
    }

    private string WithoutNumber(TextRange words)
    {
        var start = LabelScanner.TryRead(_page.FoldedAt(words), out var label) && label.ContentStart < words.Length ? words.Start + label.ContentStart : words.Start;
        return _page.Printed(TextRange.Between(start, words.End));
    }

    private bool IsSpanned(int line, int column) => column < 64 && (_page.Lines[line].Spanned >> column & 1) == 1;

    // Columns before the task that are neither number nor units group the tasks: 类别, 项目.
    private bool IsGroup(int column) => column < _task && column != _label && !_roles[column].Holds;

    private static List<TextRange> Cells(Page page, int line) =>
        TableCells.Split(page.Text.AsSpan(page.Lines[line].Start, page.Lines[line].Length), page.Lines[line].Start);

    /// <summary>The last column that names tasks, in a row that names units or time too; -1 when the row is no header.</summary>
    private static int TaskColumn(ReadOnlySpan<char> folded, List<TextRange> cells)
    {
        var task = -1;
        var hasRole = false;
        for (var i = 0; i < cells.Count; i++)
        {
            var name = Name(folded, cells[i]);
            if (name.Length == 0)
                continue;
            if (RoleOf(name).Holds || IsOneOf(name, RoleGroups))
                hasRole = true;
            else if (ContainsAny(name, TaskNames) && !ContainsAny(name, OtherNames))
                task = i;
        }

        return hasRole ? task : -1;
    }

    private static (UnitRole? Role, bool Holds) RoleOf(string name) => RoleWords.TryMatchColumn(name, out var role) ? (role, true) : (null, false);

    private static string Name(ReadOnlySpan<char> folded, TextRange cell) =>
        cell.Length is 0 or > LongestName ? "" : folded.Slice(cell.Start, cell.Length).ToString().Replace(" ", "", StringComparison.Ordinal);

    private static bool IsOneOf(string name, string[] names) => Array.IndexOf(names, name) >= 0;

    private static bool ContainsAny(string name, string[] words) => Array.Exists(words, w => name.Contains(w, StringComparison.Ordinal));
}
