using System.Globalization;
using Fazhi.Catalogues.Functions;
using Fazhi.Documents.V1;
using Fazhi.Hosting;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Search.Indexing;
using TextRange = Fazhi.Search.Text.TextRange;

namespace Fazhi.Search.Passages;

/// <summary>Makes of a plan or report what the index keeps of it.</summary>
internal static class IndexedDocuments
{
    public static IndexedDocument Of(Plan plan) => new()
    {
        Summary = DocumentSummaries.Of(plan),
        PlanKind = plan.Kind,
        Status = plan.Status,
        Date = DateOf(plan.Dates),
        Issuers = [.. plan.Issuers],
        Passages = PassageBuilder.Build(plan.Content, [.. plan.Tasks.Select(SpanOf)]),
    };

    public static IndexedDocument Of(Report report) => new()
    {
        Summary = DocumentSummaries.Of(report),
        Date = DateOf(report.Dates),
        Issuers = [.. report.Issuers],
        Passages = WithUnit(PassageBuilder.Build(report.Content, [], [.. report.Passages.Select(SpanOf)]), report),
    };

    private static TaskSpan SpanOf(Plans.V1.Task task) => new(
        task.Name,
        task.Label,
        task.Title.Length == 0 ? [.. task.Headings] : [.. task.Headings, task.Title],
        task.Section,
        RangeOf(task.Range))
    {
        Themes = [.. task.Themes.Select(theme => theme.Theme)],
        Units = [.. task.UnitLines.SelectMany(UnitsOf)],
        Deadlines = [.. task.Deadlines.Select(deadline => DayOf(deadline.Date)).OfType<DateOnly>()],
        HasTarget = task.Targets.Count > 0,
    };

    private static ReportedSpan SpanOf(Passage passage) => new(passage.Name, RangeOf(passage.Range), [.. passage.Themes.Select(theme => theme.Theme)]);

    // A line of which no unit was made out is still found by its words.
    private static IEnumerable<IndexedUnit> UnitsOf(UnitLine line) => line.Mentions.Count == 0 && line.Text.Length > 0
        ? [new IndexedUnit(line.Role, line.Text, "", "", "")]
        : line.Mentions.Select(mention => new IndexedUnit(line.Role, mention.Text, mention.DisplayName, mention.Unit, mention.Function));

    private static IReadOnlyList<IndexedPassage> WithUnit(IReadOnlyList<IndexedPassage> passages, Report report)
    {
        if (report.Unit.Length == 0)
            return passages;
        var context = report.Region is { DisplayName.Length: > 0 } region ? MentionContext.Of([region.DisplayName]) : MentionContext.None;
        var reading = MentionReader.BuiltIn.Read(report.Unit, context);
        IReadOnlyList<IndexedUnit> units = [new IndexedUnit(UnitRole.Unspecified, report.Unit, reading.Unit, "", reading.Function)];
        return [.. passages.Select(passage => passage with { Units = units })];
    }

    private static TextRange RangeOf(Documents.V1.TextRange? range) => new(range?.Start ?? 0, range?.Length ?? 0);

    // The signature dates a document; the page that it is on does where nobody signed.
    private static DateOnly? DateOf(IEnumerable<DocumentDate> dates) => dates
        .Where(date => !date.Ambiguous && date.Role is DocumentDate.Types.Role.Signed or DocumentDate.Types.Role.Issued)
        .OrderBy(date => date.Role)
        .Select(date => date.Readings.Count > 0 ? DayOf(date.Readings[0]) : null)
        .FirstOrDefault(day => day is not null);

    private static DateOnly? DayOf(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
