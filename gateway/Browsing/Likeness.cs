using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Search.V1;
using Fazhi.Units.V1;

namespace Fazhi.Gateway.Browsing;

/// <summary>What likeness is asked of: a task, a passage of a report, or a document as a whole.</summary>
/// <param name="Document">Title of the document; empty where its service does not give it.</param>
/// <param name="Region">Its region.</param>
/// <param name="Text">The words that others are compared with, their beginning; empty for a whole document.</param>
/// <param name="Link">Address of the place.</param>
internal sealed record Likeness(string Document, RegionRef? Region, string Text, string Link)
{
    private const int Shown = 300;

    /// <summary>The page that lists what is like a task, passage or document.</summary>
    public static string LinkTo(string name) => "/similar" + QueryString.Create("name", name);

    /// <summary>Reads the task or passage of a name.</summary>
    public static async Task<Likeness> FindAsync(PageCalls calls, string name, CancellationToken cancellationToken)
    {
        var document = string.Join('/', name.Split('/').Take(2));
        if (document.StartsWith("plans/", StringComparison.Ordinal))
        {
            var answer = await calls.AskAsync("plans", call => calls.Plans.GetPlanAsync(new GetPlanRequest { Name = document, View = PlanView.Full }, call), cancellationToken);
            return answer.Value is { } plan ? Of(plan, name) : new Likeness("", null, "", PlaceOf(document, name));
        }

        if (document.StartsWith("reports/", StringComparison.Ordinal))
        {
            var answer = await calls.AskAsync("reports", call => calls.Reports.GetReportAsync(new GetReportRequest { Name = document, View = ReportView.Full }, call), cancellationToken);
            return answer.Value is { } report ? Of(report, name) : new Likeness("", null, "", DocumentLinks.Of(document));
        }

        return new Likeness("", null, "", DocumentLinks.Of(document));
    }

    private static string PlaceOf(string plan, string name) => DocumentLinks.Of(plan) + (DocumentLinks.TaskNumber(name) is { Length: > 0 } number ? $"#task-{number}" : "");

    private static Likeness Of(Plan plan, string name)
        => new(plan.Title, plan.Region, Beginning(plan.Tasks.FirstOrDefault(task => task.Name == name)?.Text), PlaceOf(plan.Name, name));

    private static Likeness Of(Report report, string name)
    {
        var passage = report.Passages.FirstOrDefault(passage => passage.Name == name);
        if (passage?.Range is not { } range || report.Content is not { } content || range.Start + range.Length > content.Text.Length)
            return new Likeness(report.Title, report.Region, "", DocumentLinks.Of(report.Name));
        return new Likeness(report.Title, report.Region, Beginning(content.Text.Substring(range.Start, range.Length)), DocumentLinks.OfPassage(report.Name, new PassageHit { Range = range }));
    }

    private static string Beginning(string? text)
    {
        if (text is null || text.Length <= Shown)
            return text ?? "";
        return text[..(char.IsHighSurrogate(text[Shown - 1]) ? Shown - 1 : Shown)] + "……";
    }
}
