using System.Text.RegularExpressions;
using Fazhi.EndToEnd.Tests.Platform;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Search.V1;

namespace Fazhi.EndToEnd.Tests.Samples;

/// <summary>The first start brings a small world to try everything on.</summary>
[Collection<SampleCollection>]
public sealed partial class SampleTests(SamplePlatform fixture)
{
    public static TheoryData<string> PlanFiles => [.. ExpectedSample.All.Values.Where(sample => sample.Type == "plan").Select(sample => sample.File)];

    public static TheoryData<string> ReportFiles => [.. ExpectedSample.All.Values.Where(sample => sample.Type == "report").Select(sample => sample.File)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FazhiClient Client => fixture.Platform.Client;

    [Fact]
    public async Task Every_sample_is_there_once()
    {
        var plans = await Client.AllPlansAsync(Cancellation);
        var reports = await Client.AllReportsAsync(Cancellation);
        Assert.Equal(
            ExpectedSample.All.Keys.Order(StringComparer.Ordinal),
            plans.Select(plan => plan.Source.FileName).Concat(reports.Select(report => report.Source.FileName)).Order(StringComparer.Ordinal));
        Assert.Equal(PlanFiles.Count, plans.Count);
        Assert.DoesNotContain("samples │ ●", fixture.Platform.Host.Log, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(PlanFiles))]
    public async Task Plan_is_as_expected(string file)
    {
        var expected = ExpectedSample.All[file];
        var plan = await PlanAsync(file);
        Assert.Equal(
            (expected.Region, expected.Anonymised, expected.StartYear, expected.EndYear, expected.DocumentNumber ?? "", expected.Tasks ?? 0),
            (plan.Region.Code, plan.Region.Anonymised, plan.Period?.StartYear ?? 0, plan.Period?.EndYear ?? 0, plan.DocumentNumber?.Text ?? "", plan.TaskCount));
        if (expected.Title.Length > 0)
            Assert.Equal(expected.Title, plan.Title);
        Assert.Equal(expected.Title.Length == 0, plan.TitleInferred);
        if (expected.PlanKind is not null)
            Assert.Equal(expected.PlanKind, OriginalName(plan.Kind));
        Assert.Equal(expected.Status, OriginalName(plan.Status));
    }

    [Theory]
    [MemberData(nameof(ReportFiles))]
    public async Task Report_is_as_expected(string file)
    {
        var expected = ExpectedSample.All[file];
        var report = await ReportAsync(file);
        Assert.Equal(
            (expected.Region, expected.Anonymised, expected.Title, expected.EndYear),
            (report.Region.Code, report.Region.Anonymised, report.Title, report.Year));
    }

    [Theory]
    [MemberData(nameof(PlanFiles))]
    public async Task Plan_is_found_by_words_of_its_text(string file)
    {
        var plan = await PlanAsync(file);
        var full = await Client.Plans.GetPlanAsync(new GetPlanRequest { Name = plan.Name }, cancellationToken: Cancellation);
        await AssertFoundAsync(plan.Name, full.Content.Text);
    }

    [Theory]
    [MemberData(nameof(ReportFiles))]
    public async Task Report_is_found_by_words_of_its_text(string file)
    {
        var report = await ReportAsync(file);
        var full = await Client.Reports.GetReportAsync(new GetReportRequest { Name = report.Name }, cancellationToken: Cancellation);
        await AssertFoundAsync(report.Name, full.Content.Text);
    }

    [Fact]
    public async Task Region_filter_and_facets_follow_the_regions_of_the_samples()
    {
        var request = new SearchRequest { PageSize = 100, Filter = new SearchFilter { Regions = { "临澜市" } }, Facets = { FacetField.Region } };
        var found = await Client.Search.SearchAsync(request, cancellationToken: Cancellation);
        var below = ExpectedSample.All.Values.Where(sample => sample.Region.StartsWith("9901", StringComparison.Ordinal)).ToList();
        Assert.Equal(below.Count, found.TotalSize);
        Assert.Equal(
            below.CountBy(sample => sample.Region).Select(count => (count.Key, (long)count.Value)).Order(),
            Assert.Single(found.Facets).Values.Select(value => (value.Value, value.Count)).Order());
    }

    private async Task AssertFoundAsync(string name, string text)
    {
        foreach (var phrase in Phrases(text))
        {
            var found = await Client.FindAsync($"\"{phrase}\"", Cancellation);
            Assert.True(found.Contains(name), $"{name} is not found by {phrase}, only {string.Join(' ', found)}");
        }
    }

    /// <summary>A few words from the beginning, the middle and the end.</summary>
    private static IEnumerable<string> Phrases(string text)
    {
        var words = HanWords().Matches(text).Select(match => match.Value).ToList();
        Assert.NotEmpty(words);
        return new[] { words[0], words[words.Count / 2], words[^1] }.Distinct();
    }

    [GeneratedRegex("[\u4e00-\u9fff]{8}")]
    private static partial Regex HanWords();

    private async Task<Plan> PlanAsync(string file) =>
        Assert.Single(await Client.AllPlansAsync(Cancellation), plan => plan.Source.FileName == file);

    private async Task<Report> ReportAsync(string file) =>
        Assert.Single(await Client.AllReportsAsync(Cancellation), report => report.Source.FileName == file);

    /// <summary>The name of an enum value in the proto: PLAN_KIND_OUTLINE.</summary>
    private static string OriginalName<T>(T value) where T : struct, Enum =>
        typeof(T).GetField(value.ToString())!.GetCustomAttributes(typeof(Google.Protobuf.Reflection.OriginalNameAttribute), false)
            .Cast<Google.Protobuf.Reflection.OriginalNameAttribute>().Single().Name;
}
