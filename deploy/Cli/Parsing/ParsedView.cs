using System.Globalization;
using Fazhi.Catalogues.Metrics;
using Fazhi.Catalogues.Themes;
using Fazhi.Cli.Output;
using Fazhi.Documents;
using Spectre.Console;
using Paragraph = Spectre.Console.Paragraph;

namespace Fazhi.Cli.Parsing;

/// <summary>A document that was read here, as a person reads it: what it says of itself, then its sections with their tasks, then the figures of a report.</summary>
internal sealed class ParsedView
{
    private const int Beginning = 60;
    private readonly Terminal _terminal;
    private readonly UnderstoodDocument _understood;
    private readonly ParsedDocument _document;

    private ParsedView(Terminal terminal, UnderstoodDocument understood) => (_terminal, _understood, _document) = (terminal, understood, understood.Document);

    public static void Write(Terminal terminal, UnderstoodDocument understood, bool withText)
    {
        var view = new ParsedView(terminal, understood);
        view.WriteFacts();
        view.WriteTree();
        if (understood.Document.Report is { } report)
            view.WriteReport(report);
        if (!withText)
            return;
        terminal.WriteLine();
        foreach (var line in understood.Document.Text.Split('\n'))
            terminal.WriteLine(line);
    }

    private void WriteFacts()
    {
        _terminal.Write(Cells.Text(_document.Title.Text + (_document.Title.Inferred ? "（原文无标题）" : ""), Cells.Bold));
        _terminal.WriteLine();
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var (name, value) in Facts().Where(fact => fact.Value.Length > 0))
            grid.AddRow(Cells.Text(name, Cells.Dim), Cells.Text(value));
        _terminal.Write(grid);
        foreach (var warning in _document.Warnings)
        {
            _terminal.Write(Cells.Text($"注意：{warning.Message}", new Style(Color.Yellow)));
            _terminal.WriteLine();
        }
    }

    private IEnumerable<(string Name, string Value)> Facts() =>
    [
        ("种类", ParsedTerms.Of(_document)),
        ("地区", _understood.RegionName + (_understood.Region?.Region?.Code is { } code ? $"（{code}）" : "")),
        ("单位", _document.Report?.Unit?.Text ?? ""),
        ("时期", _document.Period is { } period ? ParsedTerms.Of(period) : ""),
        ("状态", ParsedTerms.Of(_document.Status, _document.Validity)),
        ("发文字号", _document.DocumentNumber?.Text ?? ""),
        ("发文机关", string.Join("、", _document.Issuers.Select(issuer => issuer.Name))),
        ("日期", string.Join("；", _document.Dates.Select(ParsedTerms.Of))),
        ("征求意见", _document.Consultation is { } consultation ? string.Join("；", consultation.Contacts.Select(contact => $"{ParsedTerms.Of(contact.Kind)} {contact.Text}")) : ""),
        ("废止", string.Join("、", _document.Citations.Where(citation => citation.Repeals).Select(ParsedTerms.Of))),
        ("引用", string.Join("、", _document.Citations.Where(citation => !citation.Repeals).Select(ParsedTerms.Of))),
        ("附件", string.Join("、", _document.Attachments.Select(attachment => attachment.Text))),
    ];

    private void WriteTree()
    {
        var title = $"{_document.Sections.Length} 个章节" + (_document.DocumentType == DocumentType.Plan ? $"，{_document.Tasks.Length} 项任务" : "");
        var tree = new Tree(new Text(title, Cells.Bold)) { Guide = _terminal.IsPerson ? TreeGuide.Line : TreeGuide.Ascii };
        var nodes = new TreeNode?[_document.Sections.Length];
        var tasks = _document.Tasks.Zip(_understood.TaskThemes).ToLookup(task => task.First.SectionIndex);
        AddTasks(tree, tasks[-1], section: -1);
        for (var index = 0; index < _document.Sections.Length; index++)
        {
            var section = _document.Sections[index];
            IHasTreeNodes parent = section.ParentIndex >= 0 ? nodes[section.ParentIndex]! : tree;
            var node = parent.AddNode(SectionLine(section, index));
            AddTasks(node, tasks[index], index);
            nodes[index] = node;
        }

        _terminal.WriteLine();
        _terminal.Write(tree);
    }

    private Paragraph SectionLine(Section section, int index)
    {
        var line = new Paragraph();
        if (section.Label.Length > 0)
            line.Append(SafeText.Of(section.Label) + (char.IsAscii(section.Label[^1]) ? " " : ""), section.LabelInferred ? new Style(Color.Yellow) : Cells.Dim);
        line.Append(SafeText.Of(section.Heading.Length > 0 ? section.Heading : FirstLine(section)));
        if (section.LabelInferred)
            line.Append("（编号为推断）", new Style(Color.Yellow));
        return _document.Report is { } report ? line.Append($" [{ParsedTerms.Of(report.SectionClasses[index])}]", Cells.Dim) : line;
    }

    private void AddTasks(IHasTreeNodes parent, IEnumerable<(PlanTask Task, System.Collections.Immutable.ImmutableArray<ThemeMatch> Themes)> tasks, int section)
    {
        foreach (var (task, themes) in tasks)
        {
            // A task that is a section has its line already.
            var isSection = section >= 0 && _document.Sections[section].Label == task.Label && task.Label.Length > 0;
            var node = isSection ? parent : parent.AddNode(Cells.Text($"{task.Label} {Shorten(task.Paragraphs.IsEmpty ? task.Title : task.Paragraphs[0].In(_document.Text))}".Trim()));
            foreach (var (name, value) in Details(task, themes).Where(detail => detail.Value.Length > 0))
                node.AddNode(new Paragraph().Append(name + "：", Cells.Dim).Append(SafeText.Of(value)));
        }
    }

    private IEnumerable<(string Name, string Value)> Details(PlanTask task, IEnumerable<ThemeMatch> themes) =>
    [
        .. task.UnitLines.Select(line => (ParsedTerms.Of(line.Role), string.Join("、", line.MentionedUnits.Select(unit => line.Role == UnitRole.LeaderInCharge ? unit.Text : ParsedTerms.Of(unit.Text, _understood.Units[unit.Text]))))),
        ("时限", string.Join("；", task.Deadlines.Select(ParsedTerms.Of))),
        ("指标", string.Join("；", task.Targets.Select(ParsedTerms.Of))),
        ("主题", string.Join("、", OfOwnYears(themes).Select(ParsedTerms.Of))),
    ];

    // The catalogue of the document's own years comes first; the others are for programs.
    private static IEnumerable<ThemeMatch> OfOwnYears(IEnumerable<ThemeMatch> themes) =>
        themes.GroupBy(theme => theme.ThemeId.Split('/')[0]).FirstOrDefault() ?? Enumerable.Empty<ThemeMatch>();

    private void WriteReport(ReportContent report)
    {
        WriteItems("存在问题", report.Problems);
        WriteItems("下一步", report.NextSteps);
        if (report.Facts.IsEmpty)
            return;
        _terminal.WriteLine();
        var table = _terminal.Table("指标", "数值", "原文");
        foreach (var fact in report.Facts)
        {
            var value = ParsedTerms.Of(fact.Comparator) + fact.Value.ToString(CultureInfo.InvariantCulture) + fact.Unit;
            table.AddRow(Cells.Text(MetricCatalogue.Default.Find(fact.Metric)?.Name ?? "—"), Cells.Text(value), Cells.Text(fact.Text));
        }

        _terminal.Write(table);
    }

    private void WriteItems(string name, IReadOnlyList<ReportItem> items)
    {
        if (items.Count == 0)
            return;
        _terminal.WriteLine();
        _terminal.WriteLine($"{name}（{items.Count}）");
        foreach (var (index, item) in items.Index())
            _terminal.WriteLine($"  {index + 1}. {item.Text}");
    }

    private string FirstLine(Section section)
    {
        var words = section.Range.In(_document.Text).AsSpan(section.HeadingRange.Length).TrimStart();
        return Shorten(words[..(words.IndexOf('\n') is >= 0 and var end ? end : words.Length)].ToString());
    }

    private static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return SafeText.Of(line.Length <= Beginning ? line : line[..Beginning] + "…");
    }
}
