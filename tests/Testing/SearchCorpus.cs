using System.Globalization;
using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Fazhi.Testing;

/// <summary>
/// Fictional plans and reports as the services answer with them, about twenty passages each, any number of them: what the search is fed with where no
/// parser is wanted. A few words stand in nearly every passage, most in few, and names in one or two. The same seed and number give the same
/// document on every machine; none needs another to be made.
/// </summary>
public sealed class SearchCorpus(int seed)
{
    /// <summary>The most documents of one corpus.</summary>
    public const int MaxCount = 10_000_000;

    private static readonly DateTime FirstImport = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The documents of some numbers: plans (even) and reports (odd) in turn.</summary>
    /// <param name="first">First number, from 0.</param>
    /// <param name="count">How many.</param>
    public IEnumerable<IMessage> Take(int first, int count) => Enumerable.Range(first, count).Select(Generate);

    /// <summary>The documents numbered 0 to <paramref name="count"/> - 1.</summary>
    public IEnumerable<IMessage> Take(int count) => Take(0, count);

    /// <summary>One document: a <see cref="Plan"/> or a <see cref="Report"/>.</summary>
    public IMessage Generate(int number) => number % 2 == 0 ? PlanOf(number) : ReportOf(number);

    /// <summary>A plan.</summary>
    public Plan PlanOf(int number)
    {
        var (choice, region) = Begin(number);
        var first = 2021 + choice.Below(5);
        var last = choice.OneIn(4) ? first + 4 : first;
        var kind = last > first ? PlanKind.ImplementationPlan : choice.OneIn(3) ? PlanKind.TaskBreakdown : PlanKind.KeyPoints;
        var years = last > first ? $"（{Number(first)}—{Number(last)}年）" : Number(first) + "年";
        var title = region.FullName + years + "法治政府建设" + kind switch
        {
            PlanKind.ImplementationPlan => "实施方案",
            PlanKind.TaskBreakdown => "重点任务分解方案",
            _ => "工作要点",
        };
        var plan = new Plan
        {
            Name = $"plans/{Id(number)}",
            Title = title,
            Kind = kind,
            Region = region,
            Period = new Period { StartYear = first, EndYear = last },
            Status = choice.OneIn(6) ? PlanStatus.DraftForComment : PlanStatus.Issued,
            Issuers = { region.FullName + (choice.OneIn(3) ? "人民政府办公室" : "人民政府") },
            ImportTime = ImportTime(number),
            Etag = Id(number),
            ReaderVersion = 1,
        };
        var writer = new SearchCorpusWriter(choice, region, first);
        writer.WritePlan(plan, 4 + choice.Below(2));
        plan.Dates.Add(Date(first, choice));
        plan.TaskCount = plan.Tasks.Count;
        plan.SectionCount = plan.Content.Sections.Count;
        return plan;
    }

    /// <summary>A yearly report.</summary>
    public Report ReportOf(int number)
    {
        var (choice, region) = Begin(number);
        var year = 2020 + choice.Below(6);
        var report = new Report
        {
            Name = $"reports/{Id(number)}",
            Title = region.FullName + Number(year) + "年法治政府建设年度报告",
            Region = region,
            Year = year,
            Issuers = { region.FullName + "人民政府" },
            ImportTime = ImportTime(number),
            Etag = Id(number),
            ReaderVersion = 1,
        };
        var writer = new SearchCorpusWriter(choice, region, year);
        writer.WriteReport(report, 12 + choice.Below(5));
        report.Dates.Add(Date(year + 1, choice));
        report.SectionCount = report.Content.Sections.Count;
        return report;
    }

    private (Choice Choice, Units.V1.RegionRef Region) Begin(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, MaxCount);
        var choice = new Choice(((ulong)(uint)seed << 32) | (uint)number);
        return (choice, choice.Of(SearchCorpusRegions.All));
    }

    private string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"corpus-{seed}-{number:0000000}");

    private static Timestamp ImportTime(int number) => Timestamp.FromDateTime(FirstImport.AddSeconds(number));

    private static DocumentDate Date(int year, Choice choice)
    {
        var day = new DateOnly(year, 1 + choice.Below(6), 1 + choice.Below(28));
        return new DocumentDate
        {
            Text = string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日"),
            Role = DocumentDate.Types.Role.Signed,
            Readings = { day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
        };
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
