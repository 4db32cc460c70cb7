using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Fazhi.Search.Exports;
using Fazhi.Search.Indexing;
using Fazhi.Search.Passages;
using Fazhi.Search.Query;
using Fazhi.Search.Requests;
using Fazhi.Search.Themes;
using Fazhi.Search.V1;
using Fazhi.Testing;
using Grpc.Core;
using static Fazhi.Search.Tests.Indexing.SampleRegions;
using static Fazhi.Search.Tests.Passages.ContentOf;

namespace Fazhi.Search.Tests.Service;

/// <summary>Whole results as files.</summary>
public class ExportTests : ServiceTests
{
    private static readonly SearchRequest Everything = new() { Query = "普法" };

    private static void Library(FakeServices services)
    {
        services.Put(
            Plan("a", "=HYPERLINK(\"望岫\")，要点", Wangxiu, 2024, "#普法责任", "落实“谁执法谁普法”,\"双普法\"。"),
            Plan("b", "临澜市要点", Linlan, 2023, "普法\u0001宣传\n第二行𠮷。"));
        services.Put(Report("c", "报告", Qingyan, 2024, "普法成效。"));
    }

    [Fact]
    public async Task Csv_has_headings_quotes_and_no_formula()
    {
        await using var search = await StartAsync(Library);

        var (name, type, bytes) = await ExportAsync(search, new ExportRequest { Search = Everything });

        Assert.EndsWith(".csv", name, StringComparison.Ordinal);
        Assert.Equal("text/csv; charset=utf-8", type);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal("文件类型,标题,地区,区划代码,所属年度,计划种类,计划状态,日期,所在标题,序号,正文,主题,责任单位,完成时限,资源名", lines[0]);
        var plan = Assert.Single(lines, line => line.Contains("plans/a", StringComparison.Ordinal));
        Assert.StartsWith("计划,\"'=HYPERLINK(\"\"望岫\"\")，要点\",临澜市望岫县,990121,2024,工作要点,已印发,", plan, StringComparison.Ordinal);
        Assert.Contains("\"落实“谁执法谁普法”,\"\"双普法\"\"。\"", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_lines_are_one_object_each()
    {
        await using var search = await StartAsync(Library);

        var (_, _, bytes) = await ExportAsync(search, new ExportRequest { Search = Everything, Format = ExportFormat.JsonLines });

        var rows = Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["plans/a", "plans/b", "reports/c"], rows.Select(row => row.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
        Assert.Contains(rows, row => row.GetProperty("title").GetString() == "=HYPERLINK(\"望岫\")，要点");
    }

    [Fact]
    public async Task Workbook_is_valid_and_has_every_row()
    {
        await using var search = await StartAsync(services =>
        {
            Library(services);
            services.Put([.. Enumerable.Range(0, 300).Select(i => Plan($"n{i}", "要点", Wangxiu, 2024, $"普法第{i}项。"))]);
        });

        var (_, _, bytes) = await ExportAsync(search, new ExportRequest { Search = Everything, Format = ExportFormat.Xlsx });

        using var workbook = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(workbook, SearchFixture.Token).Select(error => error.Description));
        var rows = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().ToList();
        Assert.Equal(304, rows.Count);
        var texts = rows.Select(row => row.Elements<Cell>().ElementAt(10).InnerText).ToList();
        Assert.Equal("正文", texts[0]);
        Assert.Contains(texts, text => text.Contains("普法宣传", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("𠮷", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Workbook_can_be_read_and_filtered_at_once()
    {
        await using var search = await StartAsync(Library);

        var (_, _, bytes) = await ExportAsync(search, new ExportRequest { Search = Everything, Format = ExportFormat.Xlsx });

        using var workbook = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var sheet = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        var styles = workbook.WorkbookPart.WorkbookStylesPart!.Stylesheet!;
        var bold = sheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(IsBold).Distinct().Single()).ToList();
        Assert.Equal([true, false, false, false], bold);
        var pane = sheet.Descendants<Pane>().Single();
        Assert.Equal((1, "A2", PaneStateValues.Frozen), ((int)pane.VerticalSplit!.Value, pane.TopLeftCell!.Value, pane.State!.Value));
        Assert.Equal("A1:O4", sheet.Elements<AutoFilter>().Single().Reference!.Value);
        var widths = sheet.Descendants<Column>().Select(column => column.Width!.Value).ToList();
        Assert.Equal(15, widths.Count);
        Assert.Equal(10, widths.IndexOf(widths.Max()));

        bool IsBold(Cell cell)
        {
            var format = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);
            return styles.Fonts!.Elements<Font>().ElementAt((int)format.FontId!.Value).Bold is not null;
        }
    }

    [Fact]
    public void Theme_that_two_catalogues_call_the_same_is_named_once()
    {
        var document = IndexedDocuments.Of(Plan("a", "要点", Wangxiu, 2024, "规范执法程序。"));
        var passage = document.Passages[0] with { Themes = ["outline-2015/20", "outline-2021/15", "outline-2021/27"] };

        var row = ExportRow.Of(new DocumentHit(document, 1, 1, [new ScoredPassage(passage, 1)]), new SearchThemes());

        Assert.Contains("执法程序；政务公开", row.Values);
    }

    [Fact]
    public async Task More_exports_at_once_than_allowed_are_refused_and_a_cancelled_one_makes_room()
    {
        await using var search = await StartAsync(services =>
            services.Put([.. Enumerable.Range(0, 200).Select(i => Plan($"n{i}", "要点", Wangxiu, 2024, "普法" + new string('法', 8000) + i))]));
        var running = new List<AsyncServerStreamingCall<ExportChunk>>();
        for (var i = 0; i < 4; i++)
        {
            running.Add(search.Client.Export(new ExportRequest { Search = Everything }, cancellationToken: SearchFixture.Token));
            Assert.True(await running[^1].ResponseStream.MoveNext(SearchFixture.Token));
        }

        await RpcAssert.FailsAsync(StatusCode.ResourceExhausted, "TOO_MANY_EXPORTS", () => ExportAsync(search, new ExportRequest { Search = Everything }));
        running.ForEach(call => call.Dispose());

        await Eventually.True(async () =>
        {
            try
            {
                return (await ExportAsync(search, new ExportRequest { Search = Everything })).Bytes.Length > 0;
            }
            catch (RpcException error) when (error.StatusCode == StatusCode.ResourceExhausted)
            {
                return false;
            }
        });
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.JsonLines)]
    [InlineData(ExportFormat.Xlsx)]
    public async Task Rows_are_taken_from_the_index_as_their_pieces_are_taken_by_the_reader(ExportFormat format)
    {
        // What cannot be packed fills a piece of about sixty rows.
        const int Documents = 600, RowsOfPiece = 150;
        var random = new Random(4);
        await using var search = await StartAsync(services => services.Put([.. Enumerable.Range(0, Documents).Select(i =>
            Plan($"n{i:000}", "要点", Wangxiu, 2024, "普法" + string.Concat(Enumerable.Range(0, 500).Select(_ => (char)('一' + random.Next(20_000))))))]));
        var index = new CountingIndex(search.Part<SearchIndex>());
        using var exporter = new ResultExporter(index, search.Part<SearchRequestReader>(), search.Part<SearchThemes>(), TimeProvider.System);
        var given = new List<int>();

        await exporter.RunAsync(
            new ExportRequest { Search = Everything, Format = format },
            _ =>
            {
                given.Add(index.Given);
                return Task.CompletedTask;
            },
            SearchFixture.Token);

        Assert.InRange(given[0], 1, RowsOfPiece);
        Assert.All(given.Zip(given.Skip(1)), pieces => Assert.InRange(pieces.Second - pieces.First, 0, RowsOfPiece));
        Assert.Equal(Documents, given[^1]);
        Assert.True(index.IsLetGo);
    }

    [Fact]
    public async Task Reader_who_leaves_ends_the_scan_of_the_index()
    {
        await using var search = await StartAsync(services =>
            services.Put([.. Enumerable.Range(0, 200).Select(i => Plan($"n{i}", "要点", Wangxiu, 2024, "普法" + new string('法', 3000) + i))]));
        var index = new CountingIndex(search.Part<SearchIndex>());
        using var exporter = new ResultExporter(index, search.Part<SearchRequestReader>(), search.Part<SearchThemes>(), TimeProvider.System);
        using var leaves = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => exporter.RunAsync(new ExportRequest { Search = Everything }, _ => leaves.CancelAsync(), leaves.Token));

        Assert.InRange(index.Given, 1, 199);
        Assert.True(index.IsLetGo);
    }

    private static async Task<(string Name, string Type, byte[] Bytes)> ExportAsync(SearchFixture search, ExportRequest request)
    {
        using var call = search.Client.Export(request, cancellationToken: SearchFixture.Token);
        using var bytes = new MemoryStream();
        var (name, type) = ("", "");
        await foreach (var chunk in call.ResponseStream.ReadAllAsync(SearchFixture.Token))
        {
            if (bytes.Length == 0)
                (name, type) = (chunk.FileName, chunk.ContentType);
            bytes.Write(chunk.Data.Span);
        }
        return (name, type, bytes.ToArray());
    }
}
