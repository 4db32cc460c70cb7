using System.Globalization;
using Fazhi.Documents;
using Fazhi.Hosting;
using Fazhi.Plans.V1;
using Fazhi.Units.V1;
using Contract = Fazhi.Plans.V1;
using PlanKind = Fazhi.Documents.PlanKind;
using UnitLine = Fazhi.Documents.UnitLine;
using UnitRole = Fazhi.Documents.UnitRole;

namespace Fazhi.Plans;

/// <summary>What is a plan's own, from the words of <c>Fazhi.Documents</c> to those of the contract.</summary>
internal static class PlanMapping
{
    /// <summary>The plan in its basic view.</summary>
    public static Plan ToPlan(this ImportedDocument document, DateTimeOffset now)
    {
        var parsed = document.Parsed;
        var plan = new Plan
        {
            Name = PlanNames.Plan.Format(document.Id),
            Title = parsed.Title.Text,
            TitleInferred = parsed.Title.Inferred,
            Kind = ToContract(parsed.PlanKind),
            Region = document.Region,
            Period = parsed.Period?.ToContract(),
            DocumentNumber = parsed.DocumentNumber?.ToContract(),
            Issuers = { parsed.Issuers.Select(issuer => issuer.Name) },
            Dates = { parsed.Dates.Select(ContractMapping.ToContract) },
            Status = ToContract(parsed.Status),
            Validity = parsed.Validity.ToContract(),
            Citations = { parsed.Citations.Select(ContractMapping.ToContract) },
            Consultation = parsed.Consultation is { } consultation ? ToContract(consultation, document.Id) : null,
            Attachments = { parsed.Attachments.Select(attachment => attachment.Text) },
            TaskCount = parsed.Tasks.Length,
            ReaderVersion = DocumentReader.Version,
            SectionCount = parsed.Sections.Length,
            Warnings = { parsed.Warnings.Select(ContractMapping.ToContract) },
            Source = document.Source,
            ImportTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(now),
        };
        plan.Etag = Etag.Of(plan);
        return plan;
    }

    /// <summary>The tasks in the order of the document.</summary>
    public static IEnumerable<Contract.Task> ToTasks(this ImportedDocument document) =>
        document.Parsed.Tasks.Select((task, index) => ToContract(task, PlanNames.Task.Format(document.Id, PlanNames.Number(index + 1)), document.Parsed.Text));

    private static Contract.Task ToContract(PlanTask task, string name, string text) => new()
    {
        Name = name,
        Label = task.Label,
        LabelInferred = task.LabelInferred,
        Title = task.Title,
        Headings = { task.Headings },
        Text = string.Join('\n', task.Paragraphs.Select(range => range.In(text))),
        Range = task.Range.ToContract(),
        Section = task.SectionIndex,
        UnitLines = { task.UnitLines.Select(ToContract) },
        Deadlines = { task.Deadlines.Select(ToContract) },
        Targets = { task.Targets.Select(ToContract) },
        Measures = { task.Measures.Select(ContractMapping.ToContract) },
    };

    private static Contract.Deadline ToContract(Documents.Deadline deadline) => new()
    {
        Text = deadline.Text,
        Date = deadline.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        Recurrence = deadline.Recurrence,
        Range = deadline.Range.ToContract(),
    };

    private static Contract.Target ToContract(Documents.Target target) => new()
    {
        Text = target.Text,
        Value = (double)target.Value,
        Comparator = target.Comparator.ToContract(),
        Unit = target.Unit,
        Period = target.Period,
        Range = target.Range.ToContract(),
    };

    private static Contract.Consultation ToContract(Documents.Consultation consultation, string id) => new()
    {
        Name = PlanNames.Consultation.Format(id),
        StartDate = DateOf(consultation.Start),
        EndDate = DateOf(consultation.End),
        Contacts = { consultation.Contacts.Select(contact => contact.Text) },
    };

    // A damaged date is none; its readings are among the plan's dates.
    private static string DateOf(DateMention? date) => date is { Ambiguous: false } ? date.Readings[0].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";

    private static Contract.UnitLine ToContract(UnitLine line) => new()
    {
        Role = line.Role switch
        {
            UnitRole.Lead => Contract.UnitRole.Lead,
            UnitRole.Responsible => Contract.UnitRole.Responsible,
            UnitRole.Cooperating => Contract.UnitRole.Cooperating,
            UnitRole.Assisting => Contract.UnitRole.Assisting,
            UnitRole.LeaderInCharge => Contract.UnitRole.Leader,
            _ => throw new ArgumentOutOfRangeException(nameof(line), line.Role, null),
        },
        Text = line.UnitsText,
        Range = line.Range.ToContract(),
        Mentions = { line.MentionedUnits.Select(unit => new UnitMention { Text = unit.Text }) },
    };

    private static PlanStatus ToContract(DocumentStatus status) => status switch
    {
        DocumentStatus.Unknown => PlanStatus.Unspecified,
        DocumentStatus.Issued => PlanStatus.Issued,
        DocumentStatus.DraftForComment => PlanStatus.DraftForComment,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    private static Contract.PlanKind ToContract(PlanKind? kind) => kind switch
    {
        PlanKind.Outline => Contract.PlanKind.Outline,
        PlanKind.ImplementationPlan => Contract.PlanKind.ImplementationPlan,
        PlanKind.KeyPoints => Contract.PlanKind.KeyPoints,
        PlanKind.TaskBreakdown => Contract.PlanKind.TaskBreakdown,
        PlanKind.Other or null => Contract.PlanKind.Other,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
