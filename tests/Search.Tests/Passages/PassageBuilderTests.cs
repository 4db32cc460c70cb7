using Fazhi.Documents.V1;
using Fazhi.Search.Indexing;
using Fazhi.Search.Passages;
using FsCheck;
using FsCheck.Fluent;
using TextRange = Fazhi.Search.Text.TextRange;

namespace Fazhi.Search.Tests.Passages;

public sealed class PassageBuilderTests
{
    [Fact]
    public void Section_gives_its_own_paragraphs_under_its_headings()
    {
        var content = ContentOf.Lines("前言。", "#总体要求", "第一段。", "第二段。", "##基本原则", "原则一。", "#组织保障", "保障一。");

        Assert.Equal(
            ["[] 前言。", "[总体要求] 第一段。\n第二段。", "[总体要求>基本原则] 原则一。", "[组织保障] 保障一。"],
            Describe(PassageBuilder.Build(content, [])));
    }

    [Fact]
    public void Task_is_a_passage_with_its_unit_lines_and_the_rest_is_another()
    {
        var content = ContentOf.Lines("#职责", "导语。", "任务甲。", "牵头单位：甲局", "任务乙。", "结语。");
        var text = content.Text;
        TaskSpan Task(string name, string from, string to) => new(
            name, "1.", ["职责", "小标题"], 0, new TextRange(text.IndexOf(from), text.IndexOf(to) + to.Length - text.IndexOf(from)));

        var passages = PassageBuilder.Build(content, [Task("plans/a/tasks/1", "任务甲。", "甲局"), Task("plans/a/tasks/2", "任务乙。", "任务乙。")]);

        Assert.Equal(
            ["[职责] 导语。", "[职责>小标题] 任务甲。\n牵头单位：甲局", "[职责>小标题] 任务乙。", "[职责] 结语。"],
            Describe(passages));
        Assert.Equal(["", "plans/a/tasks/1", "plans/a/tasks/2", ""], passages.Select(passage => passage.Task));
    }

    [Fact]
    public void Heading_with_nothing_below_it_is_a_passage()
    {
        var content = ContentOf.Lines("#空的部分", "#有内容的部分", "##下级", "内容。");

        Assert.Equal(["[空的部分] 空的部分", "[有内容的部分>下级] 内容。"], Describe(PassageBuilder.Build(content, [])));
    }

    [Fact]
    public void Document_without_text_has_one_empty_passage()
    {
        Assert.Equal(["[] "], Describe(PassageBuilder.Build(null, [])));
        Assert.Equal(["[] "], Describe(PassageBuilder.Build(new Content(), [])));
    }

    [Fact]
    public void Long_section_is_cut_between_paragraphs_and_a_long_paragraph_between_sentences()
    {
        var paragraphs = Enumerable.Range(0, 10).Select(i => $"第{i}段" + new string('文', 195) + "。").ToArray();
        var sentences = string.Concat(Enumerable.Range(0, 20).Select(i => $"第{i}句" + new string('字', 95) + "。"));

        var passages = PassageBuilder.Build(ContentOf.Lines([.. paragraphs, "#下一部分", sentences]), []);

        Assert.All(passages, passage => Assert.InRange(passage.Text.Length, 1, PassageSplitter.Max));
        Assert.All(passages, passage => Assert.EndsWith("。", passage.Text, StringComparison.Ordinal));
        Assert.True(passages.Count is > 5 and < 10, $"{passages.Count} passages");
    }

    [Fact]
    public void Task_is_never_cut_and_what_is_too_long_of_it_follows_as_text()
    {
        var content = ContentOf.Lines("#职责", string.Concat(Enumerable.Repeat("一句话有十个字左右。", 300)), "#更长", new string('长', PassageBuilder.LongestTask) + "尾");
        TaskSpan Task(string name, int paragraph) => new(name, "", [], paragraph / 2, new TextRange(content.Paragraphs[paragraph].Range.Start, content.Paragraphs[paragraph].Range.Length));

        var passages = PassageBuilder.Build(content, [Task("plans/a/tasks/1", 1), Task("plans/a/tasks/2", 3)]);

        Assert.Equal([3000, PassageBuilder.LongestTask, 1], passages.Select(passage => passage.Text.Length));
        Assert.Equal(["plans/a/tasks/1", "plans/a/tasks/2", ""], passages.Select(passage => passage.Task));
    }

    [Fact]
    public void Passages_of_a_report_bear_what_is_said_of_the_parts_they_hold()
    {
        var first = "一是" + new string('甲', 500) + "。";
        var second = "二是" + new string('乙', 400) + "。";
        var content = ContentOf.Lines("#成效", first + second + "三是丙。", "#打算", "无。");
        ReportedSpan Span(int number, string from, params string[] themes) =>
            new($"reports/a/passages/{number}", new TextRange(content.Text.IndexOf(from, StringComparison.Ordinal), from.Length), themes);

        var passages = PassageBuilder.Build(content, [], [Span(1, first, "t/1", "t/2"), Span(2, second, "t/3", "t/1"), Span(3, "三是丙。", "t/2")]);

        Assert.Equal([first, second + "三是丙。", "无。"], passages.Select(passage => passage.Text));
        Assert.Equal(["reports/a/passages/1", "reports/a/passages/2", ""], passages.Select(passage => passage.Passage));
        Assert.Equal(["t/1 t/2", "t/3 t/2 t/1", ""], passages.Select(passage => string.Join(' ', passage.Themes)));
    }

    [Fact]
    public void Ranges_that_lie_outside_the_text_do_no_harm()
    {
        var content = ContentOf.Lines("#标题", "内容。");
        content.Paragraphs[1].Range = new Documents.V1.TextRange { Start = 2, Length = 9999 };
        content.Paragraphs.Add(new Paragraph { Section = 77, Range = new Documents.V1.TextRange { Start = -5, Length = -5 } });
        content.Sections[0].Parent = 0;

        Assert.Equal(["[标题] 内容。"], Describe(PassageBuilder.Build(content, [new TaskSpan("t", "", [], 9, new TextRange(500, 10))])));
    }

    [Fact]
    public void Every_passage_is_a_piece_of_the_text_and_together_they_are_all_of_it()
    {
        var lines = Gen.Elements("#部分", "##小节", "短句。", "“引”用，" + new string('长', 700) + "。" + new string('句', 700), new string('无', 2000), "𠮷" + new string('野', 1200))
            .ArrayOf();

        Prop.ForAll(lines.ToArbitrary(), written =>
        {
            var content = ContentOf.Lines(written);
            var passages = PassageBuilder.Build(content, []);
            var inPlace = passages.All(passage => content.Text.Substring(passage.Start, passage.Text.Length) == passage.Text
                && passage.Text.Length <= PassageSplitter.Max && !char.IsLowSurrogate(passage.Text.FirstOrDefault()));
            var text = string.Concat(written.Where(line => !line.StartsWith('#')));
            var shown = string.Concat(passages.Where(passage => passage.Text is not ("部分" or "小节")).Select(passage => passage.Text.Replace("\n", "", StringComparison.Ordinal)));
            return inPlace && shown == text;
        }).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<string> Describe(IEnumerable<IndexedPassage> passages) =>
        passages.Select(passage => $"[{string.Join('>', passage.Headings)}] {passage.Text}");
}
