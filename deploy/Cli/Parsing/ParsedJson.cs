using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fazhi.Catalogues.Functions;
using Fazhi.Catalogues.Metrics;
using Fazhi.Catalogues.Themes;
using Fazhi.Documents;

namespace Fazhi.Cli.Parsing;

/// <summary>A document as JSON. Texts are as printed, dates are ISO 8601, ranges are UTF-16 code units of the extracted text; what is not there is empty.</summary>
internal static class ParsedJson
{
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new(OneLine) { WriteIndented = true };

    /// <summary>The document as JSON text.</summary>
    /// <param name="file">Name of the file.</param>
    /// <param name="understood">The document.</param>
    /// <param name="withText">With the extracted text that the ranges refer to.</param>
    /// <param name="indented">On several lines.</param>
    public static string Format(string file, UnderstoodDocument understood, bool withText, bool indented)
    {
        var document = Of(understood);
        document.Insert(0, "file", file);
        if (withText)
            document["text"] = understood.Document.Text;
        return document.ToJsonString(indented ? Indented : OneLine);
    }

    /// <summary>A file that could not be read, as JSON text.</summary>
    public static string Format(string file, DocumentError error, bool indented)
    {
        var written = new JsonObject { ["code"] = ParsedWords.Of(error.Code), ["message"] = error.Message };
        if (error.Offset is { } offset)
            written["offset"] = offset;
        return new JsonObject { ["file"] = file, ["error"] = written }.ToJsonString(indented ? Indented : OneLine);
    }

    private static JsonObject Of(UnderstoodDocument understood)
    {
        var document = understood.Document;
        return new()
        {
            ["kind"] = document.DocumentType == DocumentType.Plan ? "plan" : "report",
            ["planKind"] = document.PlanKind is { } kind ? ParsedWords.Of(kind) : "",
            ["title"] = document.Title.Text,
            ["titleInferred"] = document.Title.Inferred,
            ["region"] = new JsonObject { ["name"] = understood.RegionName, ["code"] = understood.Region?.Region?.Code.ToString() ?? "", ["anonymised"] = document.Region?.Anonymised ?? false },
            ["docNumber"] = document.DocumentNumber?.Text ?? "",
            ["issuers"] = Texts(document.Issuers.Select(issuer => issuer.Name)),
            ["dates"] = Dates(document.Dates),
            ["period"] = document.Period is { } period ? new JsonObject { ["start"] = period.StartYear, ["end"] = period.EndYear } : null,
            ["status"] = document.Validity == Validity.Repealed ? "repealed" : ParsedWords.Of(document.Status),
            ["repeals"] = List(document.Citations.Where(citation => citation.Repeals), Citation),
            ["cites"] = List(document.Citations, Citation),
            ["consultation"] = document.Consultation is { } consultation ? Consultation(consultation) : null,
            ["attachments"] = Texts(document.Attachments.Select(attachment => attachment.Text)),
            ["sections"] = Sections(document),
            ["tasks"] = List(document.Tasks.Zip(understood.TaskThemes), task => Task(understood, task.First, task.Second)),
            ["report"] = document.Report is { } report ? Report(document, report) : null,
            ["warnings"] = List(document.Warnings, Warning),
        };
    }

    private static JsonObject Dates(IEnumerable<DateMention> dates)
    {
        var byRole = new JsonObject();
        foreach (var group in dates.GroupBy(date => date.Role))
            byRole[ParsedWords.Of(group.Key)] = List(group, Date);
        return byRole;
    }

    private static JsonObject Date(DateMention date) => new()
    {
        ["text"] = date.Text,
        ["date"] = date.Ambiguous ? "" : Iso(date.Readings[0]),
        ["readings"] = Texts(date.Readings.Select(Iso)),
        ["ambiguous"] = date.Ambiguous,
    };

    private static JsonObject Citation(Citation citation) => new() { ["title"] = citation.Title, ["number"] = citation.Number?.Text ?? "" };

    private static JsonObject Consultation(Consultation consultation) => new()
    {
        ["start"] = consultation.Start is { Ambiguous: false } start ? Iso(start.Readings[0]) : "",
        ["end"] = consultation.End is { Ambiguous: false } end ? Iso(end.Readings[0]) : "",
        ["contacts"] = List(consultation.Contacts, contact => new JsonObject { ["kind"] = ParsedWords.Of(contact.Kind), ["text"] = contact.Text }),
    };

    private static JsonArray Sections(ParsedDocument document) => List(document.Sections.Index(), entry =>
    {
        var (index, section) = entry;
        var written = new JsonObject
        {
            ["label"] = section.Label,
            ["labelInferred"] = section.LabelInferred,
            ["heading"] = section.Heading,
            ["level"] = section.Level,
            ["start"] = section.Range.Start,
            ["length"] = section.Range.Length,
        };
        if (document.Report is { } report)
            written["class"] = ParsedWords.Of(report.SectionClasses[index]);
        return written;
    });

    private static JsonObject Task(UnderstoodDocument understood, PlanTask task, IEnumerable<ThemeMatch> themes) => new()
    {
        ["label"] = task.Label,
        ["labelInferred"] = task.LabelInferred,
        ["title"] = task.Title,
        ["headings"] = Texts(task.Headings),
        ["text"] = string.Join('\n', task.Paragraphs.Select(range => range.In(understood.Document.Text))),
        ["lead"] = Units(understood, task, UnitRole.Lead),
        ["responsible"] = Units(understood, task, UnitRole.Responsible),
        ["cooperating"] = Units(understood, task, UnitRole.Cooperating),
        ["assisting"] = Units(understood, task, UnitRole.Assisting),
        ["leaders"] = Texts(MentionsOf(task, UnitRole.LeaderInCharge).Select(mention => mention.Text)),
        ["deadlines"] = List(task.Deadlines, deadline => new JsonObject
        {
            ["text"] = deadline.Text,
            ["date"] = deadline.Date is { } date ? Iso(date) : "",
            ["recurrence"] = deadline.Recurrence,
        }),
        ["targets"] = List(task.Targets, target => new JsonObject
        {
            ["text"] = target.Text,
            ["value"] = target.Value,
            ["comparator"] = ParsedWords.Of(target.Comparator),
            ["unit"] = target.Unit,
            ["period"] = target.Period,
        }),
        ["measures"] = List(task.Measures, measure => new JsonObject { ["label"] = measure.Label, ["text"] = measure.Range.In(understood.Document.Text) }),
        ["themes"] = List(themes, Theme),
        ["start"] = task.Range.Start,
        ["length"] = task.Range.Length,
    };

    private static JsonArray Units(UnderstoodDocument understood, PlanTask task, UnitRole role) => List(MentionsOf(task, role), mention =>
    {
        var unit = understood.Units[mention.Text];
        return new JsonObject
        {
            ["text"] = mention.Text,
            ["kind"] = ParsedWords.Of(unit.Kind),
            ["unit"] = unit.Unit,
            ["function"] = FunctionCatalog.BuiltIn.Find(unit.Function)?.Name ?? "",
        };
    });

    private static IEnumerable<PrintedText> MentionsOf(PlanTask task, UnitRole role) =>
        task.UnitLines.Where(line => line.Role == role).SelectMany(line => line.MentionedUnits);

    private static JsonObject Theme(ThemeMatch theme) => new() { ["id"] = theme.ThemeId, ["score"] = theme.Score, ["reason"] = theme.Reason };

    private static JsonObject Report(ParsedDocument document, ReportContent report) => new()
    {
        ["year"] = document.Period?.EndYear,
        ["unit"] = report.Unit?.Text ?? "",
        ["facts"] = List(report.Facts, fact => new JsonObject
        {
            ["metric"] = MetricCatalogue.Default.Find(fact.Metric)?.Name ?? "",
            ["value"] = fact.Value,
            ["comparator"] = ParsedWords.Of(fact.Comparator),
            ["unit"] = fact.Unit,
            ["period"] = fact.Period,
            ["text"] = fact.Text,
            ["start"] = fact.Range.Start,
            ["length"] = fact.Range.Length,
        }),
        ["problems"] = Texts(report.Problems.Select(item => item.Text)),
        ["nextSteps"] = Texts(report.NextSteps.Select(item => item.Text)),
    };

    private static JsonObject Warning(ParseWarning warning)
    {
        var written = new JsonObject { ["code"] = warning.Code, ["message"] = warning.Message };
        if (warning.Range is { } range)
            (written["start"], written["length"]) = (range.Start, range.Length);
        return written;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode> write) => [.. items.Select(write)];

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
