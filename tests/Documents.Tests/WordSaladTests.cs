using System.Globalization;
using System.Text;

namespace Fazhi.Documents.Tests;

/// <summary>
/// Documents put together at random from the words that rules look for: mutated bytes seldom hit what two rules make of one another. Each gives a document
/// whose ranges all lie in its text, or a typed error.
/// </summary>
public class WordSaladTests
{
    private const int Documents = 20_000;

    private static readonly string[] Words =
    [
        "办结率", "和", "、", "满意率", "分别", "为", "达", "3个", "5件", "98%", "1.2万余", "三百", "余", "近", "以上", "不少于", "2期", "每年", "每季度", "2024年底前", "3月1日前", "上半年", "第三季度", "到2025年",
        "年底前", "长期坚持", "任期内", "至", "-", "—", "行政复议", "审结", "出庭应诉率", "零败诉", "同比增长", "其中", "，", "。", "；", "：", "（", "）", "〔", "〕", "《", "》", "“", "”", "一是", "二是", "三要", "首先", "①", "(1)",
        "牵头单位：", "责任单位:", "配合单位", "县司法局", "各乡镇(管委会)", "等部门按职责分工负责", "县委编办", "镇人民政府", "负责", "配合", "参加", "及", "存在问题", "下一步", "不足", "同时废止", "岫政发〔2023〕5号",
        "附件：1.任务表", "征求意见", "联系人：张三", "电话:0000-1234567", "请于", "日内", "反馈", "2025127", "2024年1 5日", "二〇二四年三月五日", "抄送：", "此件公开发布", "\t", " ", "\u3000", "•", "个", "家", "次", "全覆盖", "压缩至", "第", "条", "章",
    ];

    private static readonly string[] Starts = ["一、", "二、", "（一）", "（二）", "(三)", "1.", "2．", "3、", "(1)", "①", "第一章 ", "第二条 ", "•", "● ", "", "", "", ""];

    private static readonly string[] Titles =
        ["望岫县2024年法治政府建设工作要点", "望岫县2024年法治政府建设年度报告", "关于印发《望岫县法治政府建设实施方案（2021—2025年）》的通知", "临澜市法治政府建设任务分解方案（征求意见稿）", "xx市xx区2023年法治政府建设情况报告", ""];

    [Fact]
    public void Whatever_words_meet_there_is_a_document_with_sound_ranges_or_a_typed_error()
    {
        var read = 0;
        for (var seed = 0; seed < Documents; seed++)
        {
            var text = Make(seed);
            try
            {
                var result = DocumentReader.Read(Encoding.UTF8.GetBytes(text), cancellationToken: TestContext.Current.CancellationToken);
                if (!result.Success)
                    continue;
                read++;
                Check(result.Document);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {error}\n{text}"));
            }
        }

        Assert.True(read > Documents / 2, $"only {read} were read");
    }

    private static void Check(ParsedDocument document)
    {
        var whole = new TextRange(0, document.Text.Length);
        IEnumerable<TextRange> ranges =
        [
            .. document.Sections.SelectMany(section => new[] { section.Range, section.HeadingRange }),
            .. document.Paragraphs.Select(paragraph => paragraph.Range),
            .. document.Citations.Select(citation => citation.Range),
            .. document.Attachments.Select(attachment => attachment.Range),
            .. document.Tasks.SelectMany(task => (IEnumerable<TextRange>)
            [
                task.Range, .. task.Paragraphs, .. task.Deadlines.Select(deadline => deadline.Range), .. task.Targets.Select(target => target.Range), .. task.Measures.Select(measure => measure.Range),
                .. task.UnitLines.Select(line => line.Range), .. task.UnitLines.SelectMany(line => line.MentionedUnits).Select(unit => unit.Range),
            ]),
            .. document.Report is not { } report ? Enumerable.Empty<TextRange>() :
            [
                .. report.Passages.Select(passage => passage.Range), .. report.Facts.SelectMany(fact => new[] { fact.Range, fact.Sentence }), .. report.Problems.Select(item => item.Range), .. report.NextSteps.Select(item => item.Range),
            ],
        ];
        Assert.All(ranges, range => Assert.True(range.Length >= 0 && whole.Contains(range), $"{range} of {whole}"));
        Assert.All(document.Tasks.SelectMany(task => task.UnitLines).SelectMany(line => line.MentionedUnits), unit => Assert.NotEqual("", unit.Text));
        Assert.Equal(document.Report is null ? 0 : document.Sections.Length, document.Report?.SectionClasses.Length ?? 0);
    }

    private static string Make(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder(random.GetItems(Titles, 1)[0]).Append('\n');
        for (var line = random.Next(2, 9); line > 0; line--)
        {
            text.Append(random.GetItems(Starts, 1)[0]);
            foreach (var word in random.GetItems(Words, random.Next(1, 25)))
                text.Append(word);
            text.Append('\n');
        }

        return text.ToString();
    }
}
