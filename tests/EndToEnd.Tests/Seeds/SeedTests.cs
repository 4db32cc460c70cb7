using System.Diagnostics;
using System.Text.Json;
using Fazhi.Documents.V1;
using Fazhi.EndToEnd.Tests.Platform;
using Fazhi.Plans.V1;
using Fazhi.Search.V1;
using Fazhi.Testing;

namespace Fazhi.EndToEnd.Tests.Seeds;

/// <summary>The whole path on five real documents: what a person sees who imports a folder and searches.</summary>
[Collection<SeedCollection>]
public sealed class SeedTests(SeedPlatform seeds)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Folder_becomes_three_plans_and_two_reports()
    {
        await seeds.RequireAsync();
        Assert.True(seeds.Import.ExitCode == 0, seeds.Import.ToString());
        Assert.Equal(3, (await seeds.Platform.Client.AllPlansAsync(Cancellation)).Count);
        Assert.Equal(2, (await seeds.Platform.Client.AllReportsAsync(Cancellation)).Count);
    }

    [Theory]
    [InlineData("001_", "440203", "韶关市武江区西联镇", "西联镇")]
    [InlineData("002_", "430406", "衡阳市雁峰区", "")]
    [InlineData("003_", "320400", "常州市", "")]
    [InlineData("004_", "650121", "乌鲁木齐县", "")]
    public async Task Region_is_found_in_the_document(string file, string code, string fullName, string unregistered)
    {
        await seeds.RequireAsync();
        var region = (await SummariesAsync()).Single(summary => summary.File.StartsWith(file, StringComparison.Ordinal)).Region;
        Assert.Equal((code, fullName, unregistered), (region.Code, region.FullName, region.UnregisteredName));
        Assert.False(region.Anonymised || region.Ambiguous);
    }

    [Fact]
    public async Task Anonymised_region_says_so()
    {
        await seeds.RequireAsync();
        var region = (await SummariesAsync()).Single(summary => summary.File.StartsWith("000_", StringComparison.Ordinal)).Region;
        Assert.True(region.Anonymised);
        Assert.Equal("", region.Code);
        Assert.Single(await SummariesAsync(), summary => summary.Region.Anonymised);
    }

    [Theory]
    [InlineData("001_", 2021)]
    [InlineData("002_", 2024)]
    public async Task Report_is_of_its_year(string file, int year)
    {
        await seeds.RequireAsync();
        var reports = await seeds.Platform.Client.AllReportsAsync(Cancellation);
        Assert.Equal(year, reports.Single(report => report.Source.FileName.StartsWith(file, StringComparison.Ordinal)).Year);
    }

    [Theory]
    [InlineData("政务公开", 5)]
    [InlineData("行政复议", 4)]
    public async Task Word_is_found_in_every_document_that_has_it(string word, int documents)
    {
        await seeds.RequireAsync();
        var expected = SeedFolder.NamesWith(seeds.Folder, word).ToList();
        Assert.Equal(documents, expected.Count);
        var found = await seeds.Platform.Client.SearchAsync(word, Cancellation);
        Assert.Equal(expected, (await FilesAsync(found)).Order(StringComparer.Ordinal));
        Assert.Equal(documents, found.TotalSize);
        Assert.All(found.Results, result => Assert.NotEmpty(result.Passages));
    }

    [Fact]
    public async Task Passages_stand_under_the_headings_of_the_document()
    {
        await seeds.RequireAsync();
        var found = await seeds.Platform.Client.SearchAsync("政务公开", Cancellation, passages: 20);
        var files = await FilesByNameAsync();
        foreach (var result in found.Results)
        {
            var file = Path.Combine(seeds.Folder, files[result.Document.Name]);
            var compared = 0;
            foreach (var passage in result.Passages.Where(passage => passage.Highlights.Count > 0))
            {
                if (SeedFolder.HeadingsAbove(file, WordsAround(passage)) is not { Count: > 0 } headings)
                    continue;
                compared++;
                var shown = string.Join(" > ", passage.Headings.Select(SeedFolder.Squeeze));
                Assert.All(headings, heading => Assert.Contains(heading, shown, StringComparison.Ordinal));
            }
            Assert.True(compared > 0, $"No passage of {files[result.Document.Name]} could be compared.");
        }
    }

    [Fact]
    public async Task Highlights_are_the_words_of_the_query()
    {
        await seeds.RequireAsync();
        var found = await seeds.Platform.Client.SearchAsync("政务公开", Cancellation, passages: 20);
        var marked = found.Results.SelectMany(result => result.Passages)
            .SelectMany(passage => passage.Highlights.Select(place => passage.Text.Substring(place.Start, place.Length)))
            .ToList();
        Assert.NotEmpty(marked);
        Assert.All(marked, words => Assert.Equal("政务公开", words));
    }

    [Fact]
    public async Task Passage_is_the_text_at_its_range()
    {
        await seeds.RequireAsync();
        var found = await seeds.Platform.Client.SearchAsync("行政复议", Cancellation, passages: 20);
        foreach (var result in found.Results)
        {
            var text = await TextAsync(result.Document.Name);
            Assert.All(result.Passages, passage => Assert.Equal(passage.Text, text.Substring(passage.Range.Start, passage.Range.Length)));
        }
    }

    [Fact]
    public async Task Region_filter_takes_everything_below_the_city()
    {
        await seeds.RequireAsync();
        var found = await seeds.Platform.Client.SearchAsync("行政复议", Cancellation, new SearchFilter { Regions = { "衡阳市" } });
        Assert.StartsWith("002_", Assert.Single(await FilesAsync(found)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kind_and_year_narrow_to_the_report_of_the_town()
    {
        await seeds.RequireAsync();
        var filter = new SearchFilter { Types_ = { DocumentType.Report }, Years = { 2021 } };
        var found = await seeds.Platform.Client.SearchAsync("", Cancellation, filter);
        Assert.StartsWith("001_", Assert.Single(await FilesAsync(found)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("政务公开", 5)]
    [InlineData("行政复议", 4)]
    public async Task Curl_finds_the_same(string word, int documents)
    {
        await seeds.RequireAsync();
        var address = new Uri(seeds.Platform.Host.Address, "/fazhi.search.v1.SearchService/Search");
        // As the README has it, but for --json, which curl has had since 7.82 only.
        string[] arguments = ["--silent", "--show-error", "--fail-with-body", "--noproxy", "*", "--header", "Content-Type: application/json", "--data", $$"""{"query":"{{word}}"}""", address.ToString()];
        var curl = await ProgramRun.RunAsync(new ProcessStartInfo(Optional.Curl(), arguments), TimeSpan.FromSeconds(30), Cancellation);
        Assert.True(curl.ExitCode == 0, curl.ToString());
        var json = JsonElement.Parse(curl.Output);
        Assert.Equal(documents, json.GetProperty("results").GetArrayLength());
        var grpc = await seeds.Platform.Client.SearchAsync(word, Cancellation);
        Assert.Equal(
            grpc.Results.Select(result => result.Document.Name),
            json.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("document").GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData(5, "政务公开")]
    [InlineData(4, "行政复议")]
    [InlineData(1, "行政复议", "--region", "衡阳市")]
    [InlineData(1, "法治", "--kind", "report", "--year", "2021")]
    public async Task Command_line_finds_the_same(int documents, params string[] arguments)
    {
        await seeds.RequireAsync();
        var json = await FazhiCli.JsonAsync(seeds.Platform.Host.Address, 0, Cancellation, ["search", .. arguments]);
        Assert.Equal(documents, json.GetProperty("results").GetArrayLength());
    }

    [Fact]
    public async Task Same_folder_again_changes_nothing()
    {
        await seeds.RequireAsync();
        var before = await seeds.Platform.Client.AllNamesAsync(Cancellation);
        var again = await FazhiCli.RunAsync(seeds.Platform.Host.Address, Cancellation, "import", seeds.Folder);
        Assert.True(again.ExitCode == 0, again.ToString());
        Assert.Equal(before, await seeds.Platform.Client.AllNamesAsync(Cancellation));
    }

    [Fact]
    public async Task Originals_come_back_byte_for_byte()
    {
        await seeds.RequireAsync();
        foreach (var (name, file) in await FilesByNameAsync())
        {
            var (source, bytes) = await seeds.Platform.Client.DownloadAsync(name, Cancellation);
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(seeds.Folder, file), Cancellation), bytes);
            Assert.Equal(FazhiClient.Sha256(bytes), source.Sha256);
        }
    }

    private async Task<IReadOnlyList<(string Name, string File, Fazhi.Units.V1.RegionRef Region)>> SummariesAsync() =>
        [.. (await seeds.Platform.Client.AllPlansAsync(Cancellation)).Select(plan => (plan.Name, plan.Source.FileName, plan.Region))
            .Concat((await seeds.Platform.Client.AllReportsAsync(Cancellation)).Select(report => (report.Name, report.Source.FileName, report.Region)))];

    private async Task<Dictionary<string, string>> FilesByNameAsync() =>
        (await SummariesAsync()).ToDictionary(summary => summary.Name, summary => summary.File);

    private async Task<IReadOnlyList<string>> FilesAsync(SearchResponse found)
    {
        var files = await FilesByNameAsync();
        return [.. found.Results.Select(result => files[result.Document.Name])];
    }

    private async Task<string> TextAsync(string name) =>
        name.StartsWith("plans/", StringComparison.Ordinal)
            ? (await seeds.Platform.Client.Plans.GetPlanAsync(new GetPlanRequest { Name = name }, cancellationToken: Cancellation)).Content.Text
            : (await seeds.Platform.Client.Reports.GetReportAsync(new() { Name = name }, cancellationToken: Cancellation)).Content.Text;

    /// <summary>The first place that was found with a few characters around it, on one line.</summary>
    private static string WordsAround(PassageHit passage)
    {
        var place = passage.Highlights[0];
        var from = Math.Max(passage.Text.LastIndexOf('\n', place.Start) + 1, place.Start - 12);
        var lineEnd = passage.Text.IndexOf('\n', place.Start);
        var to = Math.Min(lineEnd < 0 ? passage.Text.Length : lineEnd, place.Start + place.Length + 12);
        return SeedFolder.Squeeze(passage.Text[from..to]);
    }
}
