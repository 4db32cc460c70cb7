using System.Globalization;
using System.Text;
using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Units.V1;
using static Fazhi.Testing.SearchCorpusWords;

namespace Fazhi.Testing;

/// <summary>Writes the text of one document of <see cref="SearchCorpus"/>, and what there is to know of it, from the beginning to the end.</summary>
internal sealed class SearchCorpusWriter(Choice choice, RegionRef region, int year)
{
    private const int TasksPerPart = 4;

    private readonly StringBuilder text = new(8192);
    private readonly Content content = new();

    /// <summary>Gives a plan its content and tasks.</summary>
    public void WritePlan(Plan plan, int parts)
    {
        Line(plan.Title, Paragraph.Types.Kind.Title, -1);
        Line($"为做好{Number(year)}年法治政府建设工作，结合{region.DisplayName}实际，制定本方案。{Sentence()}{Sentence()}", Paragraph.Types.Kind.Text, -1);
        var shift = choice.Below(Parts.Length);
        for (var part = 0; part < parts; part++)
        {
            var name = Parts[(part + shift) % Parts.Length];
            var start = text.Length;
            var section = OpenSection(Ordinals[part] + "、", name, 1, -1);
            for (var task = 0; task < TasksPerPart + choice.Below(2); task++)
                plan.Tasks.Add(WriteTask(plan.Name, plan.Tasks.Count + 1, Ordinals[task], name, section));
            content.Sections[section].Range = Range(start);
        }
        plan.Content = Finished();
    }

    /// <summary>Gives a report its content, passages, figures and items.</summary>
    public void WriteReport(Report report, int achievements)
    {
        Line(report.Title, Paragraph.Types.Kind.Title, -1);
        Passage(report, -1, SectionClass.Preamble, $"现将{Number(year)}年{region.DisplayName}法治政府建设情况报告如下。" + Sentence());
        WriteSection(report, 0, "主要举措和成效", SectionClass.Achievements, achievements);
        WriteSection(report, 1, "存在的问题", SectionClass.Problems, 3);
        WriteSection(report, 2, "下一步工作打算", SectionClass.NextSteps, 3);
        report.Content = Finished();
    }

    private void WriteSection(Report report, int number, string heading, SectionClass kind, int count)
    {
        var start = text.Length;
        var section = OpenSection(Ordinals[number] + "、", heading, 1, -1);
        report.SectionClasses.Add(kind);
        for (var item = 0; item < count; item++)
        {
            var itemStart = text.Length;
            var subject = choice.Skewed(Subjects);
            var below = OpenSection($"（{Ordinals[item]}）", choice.Skewed(Verbs) + subject, 2, section);
            report.SectionClasses.Add(kind);
            var said = Passage(report, below, kind, kind == SectionClass.Achievements ? Achievement(subject) : Plain(subject, kind));
            if (kind != SectionClass.Achievements)
                report.Items.Add(new Item { SectionClass = kind, Text = said, Range = Range(itemStart) });
            content.Sections[below].Range = Range(itemStart);
        }
        content.Sections[section].Range = Range(start);
    }

    private string Achievement(string subject)
    {
        var said = new StringBuilder("一是").Append(Sentence(subject)).Append(Sentence()).Append("二是").Append(Sentence()).Append(Sentence());
        return said.Append("三是").Append(Sentence()).Append(Sentence()).ToString();
    }

    private string Plain(string subject, SectionClass kind) =>
        Sentence(subject) + Sentence() + (kind == SectionClass.Problems ? $"{choice.Skewed(Subjects)}的{choice.Skewed(Problems)}，{choice.Skewed(Aspects)}{choice.Skewed(Problems)}。" : Sentence()) + Sentence();

    private string Passage(Report report, int section, SectionClass kind, string said)
    {
        var start = text.Length;
        text.Append(said);
        if (kind == SectionClass.Achievements)
            AddFact(report);
        text.Append('\n');
        AddParagraph(start, Paragraph.Types.Kind.Text, section);
        report.Passages.Add(new Reports.V1.Passage
        {
            Name = $"{report.Name}/passages/{Number(report.Passages.Count + 1)}",
            Range = Range(start),
            Section = section,
            SectionClass = kind,
            Themes = { ThemesOfOne() },
        });
        return said;
    }

    private void AddFact(Report report)
    {
        var (metric, name, what, unit) = choice.Skewed(Figures);
        var value = 2 + choice.Below(5000);
        var start = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"全年{what}{value}{unit}。");
        report.Facts.Add(new Fact { Metric = metric, MetricName = name, Value = value, Comparator = Comparator.Equal, Unit = unit, Text = text.ToString(start, text.Length - start - 1), Range = Range(start), Sentence = Range(start) });
    }

    private Plans.V1.Task WriteTask(string plan, int number, string ordinal, string part, int parent)
    {
        var start = text.Length;
        var subject = choice.Skewed(Subjects);
        var title = choice.Skewed(Verbs) + subject;
        var section = OpenSection($"（{ordinal}）", title, 2, parent);
        var task = new Plans.V1.Task
        {
            Name = $"{plan}/tasks/{Number(number)}",
            Label = $"（{ordinal}）",
            Title = title,
            Section = section,
            Headings = { part },
            Themes = { ThemesOfOne() },
        };
        var said = text.Length;
        text.Append(Sentence(subject));
        for (var more = 3 + choice.Below(3); more > 0; more--)
            text.Append(Sentence());
        AddDeadline(task);
        AddTarget(task);
        task.Text = text.ToString(said, text.Length - said);
        text.Append('\n');
        AddParagraph(said, Paragraph.Types.Kind.Text, section);
        AddUnits(task, section);
        task.Range = Range(start);
        content.Sections[section].Range = Range(start);
        return task;
    }

    private void AddDeadline(Plans.V1.Task task)
    {
        if (!choice.OneIn(3))
            return;
        var month = 1 + choice.Below(12);
        var start = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"{year}年{month}月底前");
        task.Deadlines.Add(new Deadline
        {
            Text = text.ToString(start, text.Length - start),
            Date = string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}-{DateTime.DaysInMonth(year, month)}"),
            Range = Range(start, end: text.Length),
        });
        text.Append("完成。");
    }

    private void AddTarget(Plans.V1.Task task)
    {
        if (!choice.OneIn(4))
            return;
        var value = 80 + choice.Below(21);
        text.Append(choice.Skewed(Subjects)).Append("按时办结率达到");
        var start = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"{value}%");
        task.Targets.Add(new Target { Text = text.ToString(start, text.Length - start), Value = value, Comparator = Comparator.AtLeast, Unit = "%", Range = Range(start, end: text.Length) });
        text.Append("以上。");
    }

    private void AddUnits(Plans.V1.Task task, int section)
    {
        var start = text.Length;
        text.Append("（牵头单位：");
        task.UnitLines.Add(UnitLine(UnitRole.Lead, 1));
        text.Append("；责任单位：");
        task.UnitLines.Add(UnitLine(UnitRole.Responsible, 1 + choice.Below(3)));
        text.Append("）\n");
        AddParagraph(start, Paragraph.Types.Kind.UnitLine, section);
    }

    private UnitLine UnitLine(UnitRole role, int count)
    {
        var start = text.Length;
        var line = new UnitLine { Role = role };
        for (var i = 0; i < count; i++)
        {
            var (name, function) = choice.Skewed(SearchCorpusWords.Units);
            var printed = region.DisplayName[^1] + name;
            text.Append(i > 0 ? "、" : "").Append(printed);
            line.Mentions.Add(new UnitMention
            {
                Text = printed,
                Kind = UnitMention.Types.Kind.Single,
                Unit = $"units/{region.Code}-{function}",
                Function = function,
                DisplayName = region.FullName + name,
                RegionCode = region.Code,
            });
        }
        line.Text = text.ToString(start, text.Length - start);
        line.Range = Range(start, end: text.Length);
        return line;
    }

    private IEnumerable<ThemeScore> ThemesOfOne()
    {
        var first = choice.Skewed(Themes);
        yield return new ThemeScore { Theme = first, Score = 0.8 };
        if (choice.OneIn(3) && choice.Skewed(Themes) is var second && second != first)
            yield return new ThemeScore { Theme = second, Score = 0.4 };
    }

    private string Sentence(string? subject = null)
    {
        var verb = choice.Skewed(Verbs);
        var about = subject ?? choice.Skewed(Subjects);
        var at = choice.OneIn(12) ? "在" + Name() : "";
        var also = choice.OneIn(3) ? $"和{choice.Skewed(Subjects)}" : "";
        return $"{at}{verb}{about}{also}{choice.Skewed(Aspects)}，{choice.Skewed(Verbs)}{choice.Skewed(Subjects)}，{choice.Skewed(Results)}。";
    }

    private string Name()
    {
        var length = 2 + choice.Below(2);
        Span<char> name = stackalloc char[length];
        for (var i = 0; i < length; i++)
            name[i] = NameCharacters[choice.Below(NameCharacters.Length)];
        return string.Concat(name, choice.Skewed(NameKinds));
    }

    private int OpenSection(string label, string heading, int level, int parent)
    {
        var start = text.Length;
        text.Append(label).Append(heading).Append('\n');
        content.Sections.Add(new Section { Label = label, Heading = heading, Level = level, Parent = parent, HeadingRange = Range(start) });
        AddParagraph(start, Paragraph.Types.Kind.Heading, content.Sections.Count - 1);
        return content.Sections.Count - 1;
    }

    private void Line(string line, Paragraph.Types.Kind kind, int section)
    {
        var start = text.Length;
        text.Append(line).Append('\n');
        AddParagraph(start, kind, section);
    }

    private void AddParagraph(int start, Paragraph.Types.Kind kind, int section) =>
        content.Paragraphs.Add(new Paragraph { Range = Range(start), Section = section, Kind = kind });

    private Content Finished()
    {
        content.Text = text.ToString();
        return content;
    }

    // Without the line break at its end.
    private TextRange Range(int start, int end = -1)
    {
        if (end < 0)
            end = text.Length > start && text[^1] == '\n' ? text.Length - 1 : text.Length;
        return new TextRange { Start = start, Length = end - start };
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
