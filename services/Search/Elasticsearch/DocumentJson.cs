using System.Text.Json;
using Fazhi.Search.Indexing;
using Fazhi.Search.Regions;
using Fazhi.Search.Text;
using Google.Protobuf;

namespace Fazhi.Search.Elasticsearch;

/// <summary>Writes a document as the index takes it (see documents.json).</summary>
internal static class DocumentJson
{
    /// <summary>Stands for a year or day that is not known, where that comes last.</summary>
    private const int Unknown = 9999;

    /// <summary>The only token of a text that has none: no query can have it.</summary>
    private const string Nothing = ".";

    /// <summary>Writes it.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="feed">The feed that it came from.</param>
    /// <param name="document">The document.</param>
    /// <param name="words">The index has a field for the words that smartcn finds.</param>
    public static void Write(Utf8JsonWriter writer, string feed, IndexedDocument document, bool words)
    {
        writer.WriteStartObject();
        writer.WriteString("name", document.Name);
        writer.WriteString("feed", feed);
        writer.WriteString("digest", Convert.ToBase64String(DocumentDigest.Of(document)));
        WriteOrder(writer, document);
        WriteRegions(writer, document);
        WriteNumber(writer, "level", (int)(document.Summary.Region?.Level ?? 0));
        WriteNumber(writer, "type", (int)document.Summary.Type);
        WriteNumber(writer, "plan_kind", (int)document.PlanKind);
        WriteNumber(writer, "status", (int)document.Status);
        WriteStrings(writer, "issuer", document.Issuers);
        WriteStrings(writer, "issuer_folded", document.Issuers.Select(TextFolding.Fold));
        writer.WriteNumber("passage_count", document.Passages.Count);
        using var shown = new JsonText();
        writer.WriteBase64String(
            "shown",
            shown.Of(
                new ShownDocument(document.Summary.ToByteArray(), (int)document.PlanKind, (int)document.Status, document.Date, document.Issuers),
                ElasticsearchJson.Default.ShownDocument));
        WritePassages(writer, document, shown, words);
        writer.WriteEndObject();
    }

    private static void WriteOrder(Utf8JsonWriter writer, IndexedDocument document)
    {
        var day = document.Date is { } date ? (date.Year * 10_000) + (date.Month * 100) + date.Day : (int?)null;
        writer.WriteNumber("newest", OrderKey(document.Years?.Last ?? 0, day ?? 0));
        writer.WriteNumber("oldest", OrderKey(document.Years?.Last ?? Unknown, day ?? (Unknown * 10_000)));
        if (document.Years is not { } years || years.First > years.Last)
            return;
        writer.WriteStartArray("years");
        foreach (var year in years.Each())
            writer.WriteNumberValue(year);
        writer.WriteEndArray();
        writer.WriteStartObject("period");
        writer.WriteNumber("gte", years.First);
        writer.WriteNumber("lte", years.Last);
        writer.WriteEndObject();
    }

    private static long OrderKey(int year, int day) => (year * 100_000_000L) + day;

    private static void WriteRegions(Utf8JsonWriter writer, IndexedDocument document)
    {
        var path = RegionKey.PathOf(document.Summary.Region);
        if (path.Count == 0)
            return;
        WriteStrings(writer, "region_path", path);
        WriteStrings(writer, "province", path.Where(key => key.Length == 6 && key.EndsWith("0000", StringComparison.Ordinal)));
        WriteStrings(writer, "prefecture", path.Where(key => key.Length == 6 && key.EndsWith("00", StringComparison.Ordinal) && !key.EndsWith("0000", StringComparison.Ordinal)));
        WriteStrings(writer, "county", path.Where(key => key.Length == 6 && !key.EndsWith("00", StringComparison.Ordinal)));
        writer.WriteString("region", path[^1]);
        if (RegionKey.PlaceOf(path[^1]) is { Length: > 0 } place)
        {
            writer.WriteString("place", place);
            writer.WriteString("place_key", path[^1]);
        }
    }

    private static void WritePassages(Utf8JsonWriter writer, IndexedDocument document, JsonText shown, bool words)
    {
        var title = Tokens(document.Summary.Title);
        var region = Tokens(document.Summary.Region?.FullName ?? "");
        // Passages that stand under the same headings follow one another, and the same units are named again and again.
        var (headings, heading) = ("", Nothing);
        var units = new Dictionary<IndexedUnit, string>();
        writer.WriteStartArray("passages");
        foreach (var passage in document.Passages)
        {
            writer.WriteStartObject();
            writer.WriteString("shown", shown.Of(passage, ElasticsearchJson.Default.IndexedPassage));
            writer.WriteNumber("start", passage.Start);
            writer.WriteString("title", title);
            writer.WriteString("region", region);
            var above = string.Join('\n', passage.Headings);
            if (above != headings)
                (headings, heading) = (above, Tokens(above));
            writer.WriteString("heading", heading);
            writer.WriteString("body", Tokens(passage.Text));
            writer.WriteString("units", string.Concat(passage.Units.Select(unit => TokensOf(units, unit))));
            if (words)
                writer.WriteString("words", passage.Text);
            WriteStrings(writer, "tags", PassageTags.Of(passage));
            WriteStrings(writer, "themes", passage.Themes);
            WriteStrings(writer, "functions", passage.Functions);
            writer.WriteStartArray("deadlines");
            foreach (var day in passage.Deadlines)
                writer.WriteNumberValue(day.DayNumber);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    // How rare a word is is reckoned by the passages that have the field at all: every passage has every one, or a word would count for little in the
    // headings only because few passages have any.
    private static string Tokens(string text) => TokenText.Of(text) is { Length: > 0 } tokens ? tokens : Nothing;

    private static string TokensOf(Dictionary<IndexedUnit, string> known, IndexedUnit unit) =>
        known.TryGetValue(unit, out var tokens) ? tokens : known[unit] = UnitTokens.Of([unit]);

    // 0 is the value of a document that has none: it is not counted.
    private static void WriteNumber(Utf8JsonWriter writer, string name, int value)
    {
        if (value != 0)
            writer.WriteNumber(name, value);
    }

    private static void WriteStrings(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }
}
