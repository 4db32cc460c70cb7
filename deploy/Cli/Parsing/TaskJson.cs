using System.Globalization;
using System.Text.Json;
using Fazhi.Catalogues.Functions;
using Fazhi.Catalogues.Themes;
using Fazhi.Documents;

namespace Fazhi.Cli.Parsing;

/// <summary>Writes the tasks of a plan as JSON.</summary>
internal sealed class TaskJson(Utf8JsonWriter json, UnderstoodDocument understood)
{
    public void Write(string name)
    {
        json.WriteStartArray(name);
        for (var index = 0; index < understood.Document.Tasks.Length; index++)
            WriteTask(understood.Document.Tasks[index], understood.TaskThemes[index].AsSpan());
        json.WriteEndArray();
    }

    private void WriteTask(PlanTask task, ReadOnlySpan<ThemeMatch> themes)
    {
        json.WriteStartObject();
        json.WriteString("label", task.Label);
        json.WriteBoolean("labelInferred", task.LabelInferred);
        json.WriteString("title", task.Title);
        json.WriteTexts("headings", task.Headings);
        WriteText(task);
        WriteUnits("lead", task, UnitRole.Lead);
        WriteUnits("responsible", task, UnitRole.Responsible);
        WriteUnits("cooperating", task, UnitRole.Cooperating);
        WriteUnits("assisting", task, UnitRole.Assisting);
        WriteLeaders(task);
        WriteDeadlines(task);
        WriteTargets(task);
        WriteMeasures(task);
        WriteThemes(themes);
        json.WriteRange(task.Range);
        json.WriteEndObject();
    }

    private void WriteText(PlanTask task)
    {
        json.WritePropertyName("text");
        for (var i = 0; i < task.Paragraphs.Length; i++)
        {
            if (i > 0)
                json.WriteStringValueSegment("\n", isFinalSegment: false);
            json.WriteStringValueSegment(Words(task.Paragraphs[i]), isFinalSegment: false);
        }

        json.WriteStringValueSegment("", isFinalSegment: true);
    }

    private void WriteUnits(string name, PlanTask task, UnitRole role)
    {
        json.WriteStartArray(name);
        foreach (var line in task.UnitLines)
        {
            if (line.Role != role)
                continue;
            foreach (var mention in line.MentionedUnits)
                WriteUnit(mention.Text);
        }

        json.WriteEndArray();
    }

    // A misprint is told with what may be meant, never taken for it.
    private void WriteSuggestions(IEnumerable<NameSuggestion> suggestions)
    {
        json.WriteStartArray("suggestions");
        foreach (var suggestion in suggestions)
        {
            json.WriteStartObject();
            json.WriteString("unit", suggestion.Unit);
            json.WriteNumber("score", suggestion.Score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteUnit(string text)
    {
        var unit = understood.Units[text];
        json.WriteStartObject();
        json.WriteString("text", text);
        json.WriteString("kind", ParsedWords.Of(unit.Kind));
        json.WriteString("unit", unit.Unit);
        json.WriteString("function", FunctionCatalog.BuiltIn.Find(unit.Function)?.Name ?? "");
        if (!unit.Suggestions.IsEmpty)
            WriteSuggestions(unit.Suggestions);
        json.WriteEndObject();
    }

    private void WriteLeaders(PlanTask task)
    {
        json.WriteStartArray("leaders");
        foreach (var line in task.UnitLines)
        {
            if (line.Role != UnitRole.LeaderInCharge)
                continue;
            foreach (var mention in line.MentionedUnits)
                json.WriteStringValue(mention.Text);
        }

        json.WriteEndArray();
    }

    private void WriteDeadlines(PlanTask task)
    {
        json.WriteStartArray("deadlines");
        foreach (var deadline in task.Deadlines)
        {
            json.WriteStartObject();
            json.WriteString("text", deadline.Text);
            json.WriteString("date", deadline.Date is { } date ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "");
            json.WriteString("recurrence", deadline.Recurrence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteTargets(PlanTask task)
    {
        json.WriteStartArray("targets");
        foreach (var target in task.Targets)
        {
            json.WriteStartObject();
            json.WriteString("text", target.Text);
            json.WriteNumber("value", target.Value);
            json.WriteString("comparator", ParsedWords.Of(target.Comparator));
            json.WriteString("unit", target.Unit);
            json.WriteString("period", target.Period);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteMeasures(PlanTask task)
    {
        json.WriteStartArray("measures");
        foreach (var measure in task.Measures)
        {
            json.WriteStartObject();
            json.WriteString("label", measure.Label);
            json.WriteString("text", Words(measure.Range));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteThemes(ReadOnlySpan<ThemeMatch> themes)
    {
        json.WriteStartArray("themes");
        foreach (var theme in themes)
        {
            json.WriteStartObject();
            json.WriteString("id", theme.ThemeId);
            json.WriteNumber("score", theme.Score);
            json.WriteString("reason", theme.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private ReadOnlySpan<char> Words(TextRange range) => understood.Document.Text.AsSpan(range.Start, range.Length);
}
