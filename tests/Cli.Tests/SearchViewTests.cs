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
            报告 · 临澜市望岫县 · 2023 · reports/r1
              工作成效 › （四）纠纷化解
                …审结行政复议57件
                ……另有 3 段

            年份：2023年 12
            下一页：加上 --page-token abc

            """,
            Print(response));
    }

    [Fact]
    public void Nothing_found_is_said() => Assert.Contains("没有找到", Print(new SearchResponse()), StringComparison.Ordinal);

    // Lines of a pipe have no end of their own: trailing blanks are the padding of the picture.
    private static string Print(SearchResponse response)
    {
        using var output = new StringWriter { NewLine = "\n" };
        SearchView.Write(new Terminal(output, json: false), response);
        return string.Join('\n', output.ToString().Split('\n').Select(line => line.TrimEnd()));
    }
}
