using System.Globalization;
using Fazhi.Contracts;
using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Spectre.Console;
using Paragraph = Spectre.Console.Paragraph;

namespace Fazhi.Cli.Output;

/// <summary>One plan or report as a person reads it.</summary>
internal static class DocumentView
{
    private const int TaskCharacters = 80;
    private const int BeginningCharacters = 30;
    private static readonly char[] Bullets = [' ', '\u00A0', '\u3000', '\t', '•', '●', '·', '▪', '◆'];

    public static void Write(Terminal terminal, Plan plan, bool text)
    {
        Heading(terminal, plan.Title, plan.TitleInferred);
        Facts(terminal,
            ("编号", plan.Name),
            ("地区", Words.Of(plan.Region)),
            ("时期", Words.InText(plan.Period)),
            ("种类", Terms.Of(plan.Kind)),
            ("状态", Terms.Of(plan.Status)),
            ("发文字号", plan.DocumentNumber?.Text ?? ""),
            ("发文机关", string.Join("、", plan.Issuers)),
            ("日期", Dates(plan.Dates)),
            ("废止", Repealed(plan.Citations)),
            ("依据", Cited(plan.Citations)),
            ("来源", Origin(plan.Source)));
        Warnings(terminal, plan.Warnings);
        if (text)
        {
            FullText(terminal, plan.Content);
            return;
        }
        Sections(terminal, plan.Content, _ => "");
        Tasks(terminal, plan.Tasks);
    }

    public static void Write(Terminal terminal, Report report, bool text)
    {
        Heading(terminal, report.Title, report.TitleInferred);
        Facts(terminal,
            ("编号", report.Name),
            ("地区", Words.Of(report.Region)),
            ("单位", report.Unit),
            ("年度", Words.InText(new Period { StartYear = report.Year, EndYear = report.Year })),
            ("发文字号", report.DocumentNumber?.Text ?? ""),
            ("发文机关", string.Join("、", report.Issuers)),
            ("日期", Dates(report.Dates)),
            ("依据", Cited(report.Citations)),
            ("来源", Origin(report.Source)));
        Warnings(terminal, report.Warnings);
        if (text)
        {
            FullText(terminal, report.Content);
        }
        else
        {
            Sections(terminal, report.Content, index => index < report.SectionClasses.Count ? Terms.Of(report.SectionClasses[index]) : "");
            Items(terminal, "存在问题", report.Items.Where(item => item.SectionClass == SectionClass.Problems));
            Items(terminal, "下一步", report.Items.Where(item => item.SectionClass == SectionClass.NextSteps));
            Figures(terminal, report.Facts);
        }
    }

    private static void Heading(Terminal terminal, string title, bool inferred)
    {
        terminal.Write(Cells.Text(Words.Title(title, inferred), Cells.Bold));
        terminal.WriteLine();
    }

    private static void Facts(Terminal terminal, params ReadOnlySpan<(string Name, string Value)> facts)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var (name, value) in facts)
        {
            if (value.Length > 0)
                grid.AddRow(Cells.Text(name, Cells.Dim), Cells.Text(value));
        }
        terminal.Write(grid);
    }

    private static string Dates(IEnumerable<DocumentDate> dates) => string.Join("；", dates.Select(date =>
    {
        var readings = date.Ambiguous ? $"，可能是 {string.Join(" 或 ", date.Readings)}" : "";
        // As printed only where that is not one certain day.
        return $"{(date.Readings.Count == 1 ? date.Readings[0] : date.Text)}（{Terms.Of(date.Role)}{readings}）";
    }));

    private static string Repealed(IEnumerable<Citation> citations) => Names(citations.Where(citation => citation.Repeals));

    private static string Cited(IEnumerable<Citation> citations) => Names(citations.Where(citation => !citation.Repeals));

    private static string Names(IEnumerable<Citation> citations) => string.Join("、", citations.Select(Name).Distinct());

    private static string Name(Citation citation)
    {
        var title = citation.Title.Length == 0 || citation.Title.StartsWith('《') ? citation.Title : $"《{citation.Title}》";
        return citation.Number is { Text.Length: > 0 } number ? $"{title}（{number.Text}）" : title;
    }

    private static string Origin(Source? source) => source is null
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{source.FileName}（{Words.Of(source.Format)}，{source.Encoding}，{source.SizeBytes} 字节）");

    private static void Warnings(Terminal terminal, IReadOnlyCollection<Warning> warnings)
    {
        foreach (var warning in warnings)
        {
            terminal.Write(Cells.Text($"注意：{warning.Message}", new Style(Color.Yellow)));
            terminal.WriteLine();
        }
    }

    private static void Sections(Terminal terminal, Content? content, Func<int, string> classOf)
    {
        if (content is null || content.Sections.Count == 0)
            return;
        var tree = new Tree(new Text("章节", Cells.Bold)) { Guide = terminal.IsPerson ? TreeGuide.Line : TreeGuide.Ascii };
        var nodes = new List<TreeNode>();
        for (var index = 0; index < content.Sections.Count; index++)
        {
            var section = content.Sections[index];
            // A parent stands before its children; anything else is a root, whatever a server sends.
            IHasTreeNodes parent = section.Parent >= 0 && section.Parent < nodes.Count ? nodes[section.Parent] : tree;
            nodes.Add(parent.AddNode(new TreeNode(Line(section, content.Text, classOf(index)))));
        }
        terminal.WriteLine();
        terminal.Write(tree);
    }

    private static Paragraph Line(Section section, string text, string part)
    {
        var line = new Paragraph();
        if (section.Label.Length > 0)
            line.Append(SafeText.Of(section.Label) + (char.IsAscii(section.Label[^1]) ? " " : ""), section.LabelInferred ? new Style(Color.Yellow) : Cells.Dim);
        if (section.Heading.Length > 0)
            line.Append(SafeText.Of(section.Heading));
        else
            line.Append(SafeText.Of(Beginning(section, text)), Cells.Dim);
        if (section.LabelInferred)
            line.Append("（编号为推断）", new Style(Color.Yellow));
        return part.Length > 0 ? line.Append($" [{part}]", Cells.Dim) : line;
    }

    // A section without a heading is known by its first words.
    private static string Beginning(Section section, string text)
    {
        var start = Math.Clamp(section.Range?.Start ?? 0, 0, text.Length);
        var end = (int)Math.Clamp((long)start + (section.Range?.Length ?? 0), start, text.Length);
        var own = text[start..end].TrimStart();
        if (own.StartsWith(section.Label, StringComparison.Ordinal))
            own = own[section.Label.Length..].TrimStart();
        return Shorten(own, BeginningCharacters);
    }

    private static void Items(Terminal terminal, string name, IEnumerable<Item> items)
    {
        foreach (var (index, item) in items.Index())
        {
            if (index == 0)
            {
                terminal.WriteLine();
                terminal.WriteLine(name);
            }

            terminal.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {index + 1}. {item.Text}"));
        }
    }

    private static void Figures(Terminal terminal, IReadOnlyCollection<Fact> facts)
    {
        if (facts.Count == 0)
            return;
        var table = terminal.Table("指标", "数值", "原文");
        foreach (var fact in facts)
            table.AddRow(Cells.Text(fact.MetricName.Length > 0 ? fact.MetricName : "—"), Cells.Text(Words.Of(fact)), Cells.Text(fact.Text));
        terminal.WriteLine();
        terminal.Write(table);
    }

    private static void Tasks(Terminal terminal, IReadOnlyCollection<Fazhi.Plans.V1.Task> tasks)
    {
        if (tasks.Count == 0)
            return;
        var table = terminal.Table("序号", "单位", "时限和指标", "任务");
        table.Columns[0].NoWrap();
        if (terminal.IsPerson)
            table.ShowRowSeparators = true;
        foreach (var task in tasks)
        {
            table.AddRow(
                Cells.Text(task.LabelInferred ? $"{task.Label}*" : task.Label),
                Cells.Text(string.Join("；", task.UnitLines.Select(line => $"{Terms.Of(line.Role)}：{line.Text}"))),
                Cells.Text(string.Join("；", [.. task.Deadlines.Select(deadline => deadline.Text), .. task.Targets.Select(target => target.Text)])),
                Cells.Text(terminal.IsPerson ? Shorten(TextOf(task), TaskCharacters) : TextOf(task)));
        }
        terminal.WriteLine();
        terminal.Write(table);
        terminal.WriteLine(string.Create(CultureInfo.InvariantCulture, $"共 {tasks.Count} 项任务") + (tasks.Any(task => task.LabelInferred) ? "（* 编号为推断）" : ""));
    }

    // Where the number was lost, the bullet that stands in its place would be read beside the inferred one.
    private static string TextOf(Fazhi.Plans.V1.Task task) => task.LabelInferred ? task.Text.TrimStart(Bullets) : task.Text;

    private static string Shorten(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return text[..end] + "…";
    }

    private static void FullText(Terminal terminal, Content? content)
    {
        terminal.WriteLine();
        foreach (var line in (content?.Text ?? "").Split('\n'))
            terminal.WriteLine(line);
    }
}
