using Fazhi.Cli.Output;
using Fazhi.Documents.V1;
using Fazhi.Search.V1;
using Fazhi.Units.V1;

namespace Fazhi.Cli.Tests;

public sealed class SearchViewTests
{
    [Fact]
    public void Result_shows_document_headings_passage_facets_and_next_page()
    {
        var response = new SearchResponse
        {
            TotalSize = 12,
            TotalPassages = 30,
            NextPageToken = "abc",
            Results =
            {
                new SearchResult
                {
                    Document = new DocumentSummary
                    {
                        Name = "reports/r1", Type = DocumentType.Report, Title = "望岫县2023年度报告",
                        Region = new RegionRef { Code = "990121", FullName = "临澜市望岫县" }, Period = new Period { StartYear = 2023, EndYear = 2023 },
                    },
                    PassageCount = 4,
                    Passages = { new PassageHit { Headings = { "工作成效", "纠纷化解" }, Label = "（四）", Text = "审结行政复议57件", CutBefore = true, Highlights = { new Highlight { Start = 2, Length = 4 } } } },
                },
            },
            Facets = { new Facet { Field = FacetField.Year, Values = { new FacetValue { Value = "2023", DisplayName = "2023年", Count = 12 } } } },
        };
        Assert.Equal(
            """
            共 12 份文件，30 个段落

            望岫县2023年度报告
            年度报告 · 临澜市望岫县 · 2023年 · reports/r1
              工作成效 › 纠纷化解 › （四）
                …审结行政复议57件
                ……另有 3 段

            年份：2023年 12
            下一页：加上 --page-token abc

            """,
            Print(response));
    }

    [Theory]
    [InlineData("（二）推进公开。", "（二）", "  总体要求 › 重点任务\n")]
    [InlineData("推进公开。", "（二）", "  总体要求 › 重点任务 › （二）\n")]
    [InlineData("推进公开。", "", "  总体要求 › 重点任务\n")]
    public void Number_follows_the_headings_only_where_the_text_does_not_show_it(string text, string label, string path)
    {
        var passage = new PassageHit { Headings = { "总体要求", "重点任务" }, Label = label, Text = text };
        var document = new DocumentSummary { Type = DocumentType.Plan, Title = "要点" };
        passage.HeadingHighlights.Add(new HeadingHighlight { Heading = 1, Place = new Highlight { Start = 2, Length = 2 } });
        Assert.Contains(path, Print(new SearchResponse { TotalSize = 1, Results = { new SearchResult { Document = document, Passages = { passage } } } }), StringComparison.Ordinal);
    }

    [Fact]
    public void Title_that_the_document_does_not_have_is_marked_and_a_facet_is_named_as_on_the_pages()
    {
        var shown = Print(new SearchResponse
        {
            TotalSize = 1,
            Results = { new SearchResult { Document = new DocumentSummary { Type = DocumentType.Plan, Title = "要点", TitleInferred = true, Period = new Period { StartYear = 2021, EndYear = 2025 } } } },
            Facets = { new Facet { Field = FacetField.Type, Values = { new FacetValue { DisplayName = "计划", Count = 1 } } } },
        });
        Assert.Contains("要点（原文无标题）", shown, StringComparison.Ordinal);
        Assert.Contains("2021—2025年", shown, StringComparison.Ordinal);
        Assert.Contains("文件类型：计划 1\n", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_made_of_the_query_is_said_even_where_nothing_is_found()
    {
        var response = new SearchResponse { Variants = { "简政放权放管结合优化服务" }, SuggestedQuery = "行政复议" };
        var notes = "同时查找：简政放权放管结合优化服务\n您是不是要找：行政复议\n";
        Assert.EndsWith(notes, Print(response), StringComparison.Ordinal);
        response.TotalSize = 1;
        Assert.Contains(notes, Print(response), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_with_a_part_of_the_words_stand_apart()
    {
        var row = new SearchResult { Document = new DocumentSummary { Title = "要点" }, Passages = { new PassageHit { Text = "推进公开。" } } };

        var shown = Print(new SearchResponse { PartialResults = { row } });

        Assert.StartsWith("没有找到符合条件的内容。\n", shown, StringComparison.Ordinal);
        Assert.Contains("以下只含检索词的一部分，不计入以上数量。\n\n要点\n", shown, StringComparison.Ordinal);
        Assert.Contains("    推进公开。\n", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ResultRows.Passages, "共 9 个段落，出自 4 份文件\n")]
    [InlineData(ResultRows.Tasks, "共 9 项任务，出自 4 份文件\n")]
    public void Rows_that_are_no_documents_are_counted_as_what_they_are(ResultRows rows, string summary)
    {
        var row = new SearchResult { Document = new DocumentSummary { Title = "要点" }, PassageCount = 5, Passages = { new PassageHit { Text = "推进公开。", Task = "plans/p1/tasks/2", Deadlines = { "2024-06-30", "2024-12-31" } } } };
        var shown = Print(new SearchResponse { TotalSize = 9, TotalDocuments = 4, Results = { row } }, rows);
        Assert.StartsWith(summary, shown, StringComparison.Ordinal);
        Assert.Contains("    推进公开。\n    时限 2024-06-30、2024-12-31 · plans/p1/tasks/2\n", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("另有", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_found_is_said() => Assert.Contains("没有找到", Print(new SearchResponse()), StringComparison.Ordinal);

    private static string Print(SearchResponse response, ResultRows rows = ResultRows.Documents)
    {
        using var output = new StringWriter { NewLine = "\n" };
        SearchView.Write(new Terminal(output, json: false), rows, response, FacetView.WriteLine);
        return output.ToString();
    }
}
