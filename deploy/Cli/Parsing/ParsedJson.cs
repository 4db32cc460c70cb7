using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Fazhi.Catalogues.Metrics;
using Fazhi.Documents;

namespace Fazhi.Cli.Parsing;

/// <summary>A document as JSON. Texts are as printed, dates are ISO 8601, ranges are UTF-16 code units of the extracted text; what is not there is empty.</summary>
internal sealed class ParsedJson
{
    // Used for one document after another, since a great buffer is costly to get and to clear.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    private readonly Utf8JsonWriter _json;
    private readonly UnderstoodDocument _understood;
    private readonly ParsedDocument _document;

    private ParsedJson(Utf8JsonWriter json, UnderstoodDocument understood) => (_json, _understood, _document) = (json, understood, understood.Document);

    /// <summary>The document as JSON text.</summary>
    /// <param name="file">Name of the file.</param>
    /// <param name="understood">The document.</param>
    /// <param name="withText">With the extracted text that the ranges refer to.</param>
    /// <param name="indented">On several lines.</param>
    public static string Format(string file, UnderstoodDocument understood, bool withText, bool indented) =>
        Format(indented, json => new ParsedJson(json, understood).Write(file, withText));

    /// <summary>A file that could not be read, as JSON text.</summary>
    public static string Format(string file, DocumentError error, bool indented) => Format(indented, json =>
    {
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteStartObject("error");
        json.WriteString("code", ParsedWords.Of(error.Code));
        json.WriteString("message", error.Message);
        if (error.Offset is { } offset)
            json.WriteNumber("offset", offset);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static string Format(bool indented, Action<Utf8JsonWriter> write)
    {
        var written = _buffer ??= new();
        written.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(written, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = indented }))
            write(json);
        return Encoding.UTF8.GetString(written.WrittenSpan);
    }

    private void Write(string file, bool withText)
    {
        _json.WriteStartObject();
        _json.WriteString("file", file);
        WriteHead();
        WriteFormalParts();
        WriteSections();
        new TaskJson(_json, _understood).Write("tasks");
        WriteReport();
        WriteWarnings();
        if (withText)
            _json.WriteString("text", _document.Text);
        _json.WriteEndObject();
    }

    private void WriteHead()
    {
        _json.WriteString("kind", _document.DocumentType == DocumentType.Plan ? "plan" : "report");
        _json.WriteString("planKind", _document.PlanKind is { } kind ? ParsedWords.Of(kind) : "");
        _json.WriteString("title", _document.Title.Text);
        _json.WriteBoolean("titleInferred", _document.Title.Inferred);
        _json.WriteStartObject("region");
        _json.WriteString("name", _understood.RegionName);
        _json.WriteString("code", _understood.Region?.Region?.Code.ToString() ?? "");
        _json.WriteBoolean("anonymised", _document.Region?.Anonymised ?? false);
        _json.WriteEndObject();
    }

    private void WriteFormalParts()
    {
        _json.WriteString("docNumber", _document.DocumentNumber?.Text ?? "");
        _json.WriteTexts("issuers", _document.Issuers.Select(issuer => issuer.Name));
        WriteDates();
        WritePeriod();
        _json.WriteString("status", _document.Validity == Validity.Repealed ? "repealed" : ParsedWords.Of(_document.Status));
        WriteCitations("repeals", _document.Citations.Where(citation => citation.Repeals));
        WriteCitations("cites", _document.Citations);
        WriteConsultation();
        _json.WriteTexts("attachments", _document.Attachments.Select(attachment => attachment.Text));
    }

    private void WriteDates()
    {
        _json.WriteStartObject("dates");
        foreach (var group in _document.Dates.GroupBy(date => date.Role))
        {
            _json.WriteStartArray(ParsedWords.Of(group.Key));
            foreach (var date in group)
                WriteDate(date);
            _json.WriteEndArray();
        }

        _json.WriteEndObject();
    }

    private void WriteDate(DateMention date)
    {
        _json.WriteStartObject();
        _json.WriteString("text", date.Text);
        _json.WriteString("date", date.Ambiguous ? "" : Iso(date.Readings[0]));
        _json.WriteTexts("readings", date.Readings.Select(Iso));
        _json.WriteBoolean("ambiguous", date.Ambiguous);
        _json.WriteEndObject();
    }

    private void WritePeriod()
    {
        if (_document.Period is not { } period)
        {
            _json.WriteNull("period");
            return;
        }

        _json.WriteStartObject("period");
        _json.WriteNumber("start", period.StartYear);
        _json.WriteNumber("end", period.EndYear);
        _json.WriteEndObject();
    }

    private void WriteCitations(string name, IEnumerable<Citation> citations)
    {
        _json.WriteStartArray(name);
        foreach (var citation in citations)
        {
            _json.WriteStartObject();
            _json.WriteString("title", citation.Title);
            _json.WriteString("number", citation.Number?.Text ?? "");
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteConsultation()
    {
        if (_document.Consultation is not { } consultation)
        {
            _json.WriteNull("consultation");
            return;
        }

        _json.WriteStartObject("consultation");
        _json.WriteString("start", consultation.Start is { Ambiguous: false } start ? Iso(start.Readings[0]) : "");
        _json.WriteString("end", consultation.End is { Ambiguous: false } end ? Iso(end.Readings[0]) : "");
        _json.WriteStartArray("contacts");
        foreach (var contact in consultation.Contacts)
        {
            _json.WriteStartObject();
            _json.WriteString("kind", ParsedWords.Of(contact.Kind));
            _json.WriteString("text", contact.Text);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteSections()
    {
        _json.WriteStartArray("sections");
        for (var index = 0; index < _document.Sections.Length; index++)
        {
            var section = _document.Sections[index];
            _json.WriteStartObject();
            _json.WriteString("label", section.Label);
            _json.WriteBoolean("labelInferred", section.LabelInferred);
            _json.WriteString("heading", section.Heading);
            _json.WriteNumber("level", section.Level);
            _json.WriteRange(section.Range);
            if (_document.Report is { } report)
                _json.WriteString("class", ParsedWords.Of(report.SectionClasses[index]));
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteReport()
    {
        if (_document.Report is not { } report)
        {
            _json.WriteNull("report");
            return;
        }

        _json.WriteStartObject("report");
        if (_document.Period is { } period)
            _json.WriteNumber("year", period.EndYear);
        else
            _json.WriteNull("year");
        _json.WriteString("unit", report.Unit?.Text ?? "");
        _json.WriteStartArray("facts");
        foreach (var fact in report.Facts)
            WriteFact(fact);
        _json.WriteEndArray();
        _json.WriteTexts("problems", report.Problems.Select(item => item.Text));
        _json.WriteTexts("nextSteps", report.NextSteps.Select(item => item.Text));
        _json.WriteEndObject();
    }

    private void WriteFact(Fact fact)
    {
        _json.WriteStartObject();
        _json.WriteString("metric", MetricCatalogue.Default.Find(fact.Metric)?.Name ?? "");
        _json.WriteNumber("value", fact.Value);
        _json.WriteString("comparator", ParsedWords.Of(fact.Comparator));
        _json.WriteString("unit", fact.Unit);
        _json.WriteString("period", fact.Period);
        _json.WriteString("text", fact.Text);
        _json.WriteRange(fact.Range);
        _json.WriteEndObject();
    }

    private void WriteWarnings()
    {
        _json.WriteStartArray("warnings");
        foreach (var warning in _document.Warnings)
        {
            _json.WriteStartObject();
            _json.WriteString("code", warning.Code);
            _json.WriteString("message", warning.Message);
            if (warning.Range is { } range)
                _json.WriteRange(range);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
