using System.Collections.Immutable;
using Fazhi.Catalogues.Functions;
using Fazhi.Catalogues.Regions;

namespace Fazhi.Documents.Tests.Gold;

/// <summary>What the parser read, in the form of gold. Where gold identifies words by their ends, the whole words stand in <c>From</c>.</summary>
internal static class ParsedFacts
{
    private static readonly RegionResolver Resolver = new(RegionCatalog.BuiltIn);

    public static GoldDocument Of(ParsedDocument document) => new()
    {
        Kind = Kind(document),
        Title = document.Title.Inferred ? "" : document.Title.Text,
        Region = new(document.Region?.Text ?? "", Code(document.Region?.Text)),
        DocNumber = document.DocumentNumber?.Text ?? "",
        Period = document.Period is { } period ? new(period.StartYear, period.EndYear) : new(0, 0),
        Status = Name(document.Status),
        Validity = Name(document.Validity),
        Issuers = [.. document.Issuers.Select(i => i.Name)],
        Dates = document.Dates.GroupBy(d => Camel(d.Role)).ToDictionary(g => g.Key, g => (IReadOnlyList<GoldDate>)[.. g.Select(Date).DistinctBy(Key)]),
        Cites = [.. document.Citations.Select(Citation).Distinct()],
        Repeals = [.. document.Citations.Where(c => c.Repeals).Select(Citation).Distinct()],
        Attachments = [.. document.Attachments.Select(a => a.Text)],
        Contacts = [.. (document.Consultation?.Contacts ?? []).Select(c => new GoldContact(Name(c.Kind), c.Text))],
        Sections = [.. document.Sections.Select((s, i) => new GoldSection(
            s.Label, s.Heading, s.Level, s.LabelInferred, document.Report is { SectionClasses.Length: > 0 } r ? Name(r.SectionClasses[i]) : ""))],
        Tasks = Tasks(document),
        Report = Report(document),
        Warnings = [.. document.Warnings.Select(w => w.Code).Distinct()],
    };

    public static string Key(GoldDate date) => string.Join('|', date.Readings);

    private static string Code(string? region) =>
        region is not null && Resolver.Resolve(region).Reference is { Region: { } found, UnregisteredName: "" } ? found.Code.ToString() : "";

    private static string Kind(ParsedDocument document) =>
        document.DocumentType == DocumentType.Report ? "report" : document.PlanKind is null or PlanKind.Other ? "plan" : Name(document.PlanKind);

    private static GoldDate Date(DateMention mention) => new([.. mention.Readings.Select(Iso)], mention.Ambiguous);

    private static GoldCitation Citation(Citation citation) => new(citation.Title, citation.Number?.Text ?? "");

    private static ImmutableArray<GoldTask> Tasks(ParsedDocument document)
    {
        var context = Context(document.Region);
        return [.. document.Tasks.Select(t => Task(document.Text, t, context))];
    }

    private static MentionContext Context(RegionMention? region)
    {
        if (region is null)
            return MentionContext.None;
        return Resolver.Resolve(region.Text).Reference is { Region: not null } known ? MentionContext.Of(RegionCatalog.BuiltIn, known) : MentionContext.Of(region.Parts);
    }

    private static GoldTask Task(string text, PlanTask task, MentionContext context) => new()
    {
        Label = task.Label,
        LabelInferred = task.LabelInferred,
        Title = task.Title,
        Headings = task.Headings,
        From = string.Concat(task.Paragraphs.Select(p => p.In(text))),
        Lead = Units(task, UnitRole.Lead, context),
        Responsible = Units(task, UnitRole.Responsible, context),
        Cooperating = Units(task, UnitRole.Cooperating, context),
        Assisting = Units(task, UnitRole.Assisting, context),
        Deadlines = [.. task.Deadlines.Select(d => new GoldDeadline(d.Text, d.Date is { } day ? Iso(day) : null, d.Recurrence))],
        Targets = [.. task.Targets.Select(t => new GoldTarget(t.Value, Sign(t.Comparator), t.Unit, t.Period, t.Text))],
    };

    private static ImmutableArray<GoldUnit> Units(PlanTask task, UnitRole role, MentionContext context) =>
        [.. task.UnitLines.Where(l => l.Role == role).SelectMany(l => l.MentionedUnits).Select(u => new GoldUnit(u.Text, Name(MentionReader.BuiltIn.Read(u.Text, context).Kind)))];

    private static GoldReport Report(ParsedDocument document) => new()
    {
        Year = document.DocumentType == DocumentType.Report ? document.Period?.EndYear ?? 0 : 0,
        Unit = document.Report?.Unit?.Text ?? "",
        Facts = [.. (document.Report?.Facts ?? []).Select(f => new GoldFact(f.Value, f.Unit, Sign(f.Comparator), f.Metric, f.Period, f.Text))],
        Problems = [.. (document.Report?.Problems ?? []).Select(i => new GoldItem(i.Text))],
        NextSteps = [.. (document.Report?.NextSteps ?? []).Select(i => new GoldItem(i.Text))],
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", null);

    private static string Sign(Comparator comparator) => comparator switch
    {
        Comparator.AtLeast => ">=",
        Comparator.AtMost => "<=",
        Comparator.MoreThan => ">",
        Comparator.LessThan => "<",
        Comparator.About => "~",
        _ => "=",
    };

    private static string Camel(DateRole role) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(role.ToString());

    private static string Name<T>(T value) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName($"{value}");
}
