using System.Security.Cryptography;
using System.Text;
using Fazhi.Catalogues;
using static System.StringComparison;

namespace Fazhi.Documents.Tests.Gold;

/// <summary>Compares gold with what was read, field by field, by the rules of README.md.</summary>
internal sealed class GoldComparer
{
    private readonly string _name;
    private readonly GoldDocument _gold;
    private readonly GoldDocument _parsed;
    private readonly List<FieldScore> _scores = [];

    private GoldComparer(string name, GoldDocument gold, GoldDocument parsed) => (_name, _gold, _parsed) = (name, gold, parsed);

    /// <summary>The scores of one document; <paramref name="name"/> stands before its differences.</summary>
    public static IReadOnlyList<FieldScore> Compare(string name, GoldDocument gold, GoldDocument parsed)
    {
        var comparer = new GoldComparer(name, gold, parsed);
        comparer.CompareMetadata();
        comparer.CompareSections();
        if (gold.Tasks is { } tasks)
            comparer.CompareTasks(tasks, parsed.Tasks!);
        if (gold.Report is { } report)
            comparer.CompareReport(report, parsed.Report!);
        return FieldScore.Sum(comparer._scores.Where(s => !gold.NotCompared.Contains(s.Field)));
    }

    /// <summary>Without blanks, in half width: what is left of a text when it is compared.</summary>
    public static string Plain(string text) => string.Concat(Fold.Text(text).Where(c => c is not (' ' or '\n')));

    private void CompareMetadata()
    {
        Add("metadata", Values(_gold), Values(_parsed), (g, p) => g == p, v => $"{v.Name} {v.Value}");
        Add("issuers", _gold.Issuers, _parsed.Issuers);
        if (_gold.Dates is not null)
            Add("dates", Dates(_gold), Dates(_parsed), (g, p) => g == p, d => d);
        Add("cites", _gold.Cites, _parsed.Cites, SameCitation, c => $"《{c.Title}》{c.Number}", c => c.Optional);
        Add("repeals", _gold.Repeals, _parsed.Repeals, SameCitation, c => $"《{c.Title}》{c.Number}", c => c.Optional);
        Add("attachments", _gold.Attachments, _parsed.Attachments);
        Add("contacts", _gold.Contacts, _parsed.Contacts, SameContact, c => $"{c.Kind} {c.Text ?? c.Hash}");
        Add("warnings", _gold.Warnings, _gold.Warnings is null ? null : [.. _parsed.Warnings!.Intersect(_gold.Warnings)]);
    }

    private IReadOnlyList<(string Name, string Value)> Values(GoldDocument document)
    {
        var period = document.Period is { } p ? $"{p.Start}–{p.End}" : null;
        (string Name, string? Gold, string? Value)[] all =
        [
            ("kind", _gold.Kind, document.Kind), ("title", _gold.Title, document.Title), ("region", _gold.Region?.Name, document.Region?.Name),
            ("code", _gold.Region?.Code, document.Region?.Code), ("docNumber", _gold.DocNumber, document.DocNumber), ("period", _gold.Period?.ToString(), period),
            ("status", _gold.Status, document.Status), ("validity", _gold.Validity, document.Validity), ("year", _gold.Report?.Year?.ToString(), document.Report?.Year?.ToString()),
            ("reporting unit", _gold.Report?.Unit, document.Report?.Unit),
        ];
        return [.. all.Where(v => v.Gold is not null).Select(v => (v.Name, Plain(v.Value ?? "")))];
    }

    private static IReadOnlyList<string> Dates(GoldDocument document) =>
        [.. document.Dates!.SelectMany(role => role.Value.Select(d => $"{role.Key} {ParsedFacts.Key(d)}{(d.Ambiguous ? " ambiguous" : "")}"))];

    private static bool SameCitation(GoldCitation gold, GoldCitation parsed) => Same(gold.Title, parsed.Title) && Same(gold.Number, parsed.Number);

    private static bool SameContact(GoldContact gold, GoldContact parsed) =>
        gold.Kind == parsed.Kind && (gold.Text is { } text ? Same(text, parsed.Text!) : gold.Hash == Hash(parsed.Text!));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    private void CompareSections()
    {
        Add("sections", _gold.Sections, _parsed.Sections, SameSection, s => $"{s.Label} {s.Heading} ({s.Level}){(s.LabelInferred ? " inferred" : "")}", s => s.Optional);
        GoldSection[] classed = [.. (_gold.Sections ?? []).Where(s => s.Class is not null)];
        if (classed.Length > 0)
        {
            GoldSection[] given = [.. _parsed.Sections!.Where(p => classed.Any(g => SameSection(g, p)))];
            Add("classes", classed, given, (g, p) => SameSection(g, p) && g.Class == p.Class, s => $"{s.Label} {s.Heading}: {s.Class}", s => s.Optional);
        }
    }

    private static bool SameSection(GoldSection gold, GoldSection parsed) =>
        Same(gold.Label, parsed.Label) && Same(gold.Heading, parsed.Heading) && gold.Level == parsed.Level && gold.LabelInferred == parsed.LabelInferred;

    private void CompareTasks(IReadOnlyList<GoldTask> gold, IReadOnlyList<GoldTask> parsed)
    {
        foreach (var (g, p) in TaskAlignment.Pair(gold, parsed))
        {
            var where = $"{_name} task {g?.Label ?? p!.Label} {g?.Headings.LastOrDefault() ?? p?.Headings.LastOrDefault()}";
            GoldTask[] wanted = g is null ? [] : [g];
            GoldTask[] given = p is null ? [] : [p];
            Task("labels", (a, b) => Same(a.Label, b.Label) && a.LabelInferred == b.LabelInferred, t => $"{t.Label}{(t.LabelInferred ? " inferred" : "")} {Short(t.From)}");
            Task("headings", (a, b) => a.Headings.Select(Plain).SequenceEqual(b.Headings.Select(Plain)), t => string.Join(" / ", t.Headings));
            Task("titles", (a, b) => Same(a.Title, b.Title), t => t.Title);
            if (g?.From is not null || g?.To is not null)
                Task("extents", (a, b) => Lies(a.From, a.To, b.From!), t => t.To is null ? $"{Short(t.From)}…{t.From?[^Math.Min(8, t.From.Length)..]}" : $"{t.From}…{t.To}");
            List("units", Units, (a, b) => a.Role == b.Role && Same(a.Unit.Text, b.Unit.Text), u => $"{u.Role} {u.Unit.Text}", u => u.Unit.Optional);
            List("unit kinds", Units, (a, b) => a.Role == b.Role && Same(a.Unit.Text, b.Unit.Text) && (a.Unit.Kind is null || a.Unit.Kind == b.Unit.Kind), u => $"{u.Unit.Text} {u.Unit.Kind}", u => u.Unit.Optional);
            List("deadlines", t => t.Deadlines, SameDeadline, d => $"{d.Text} = {d.Date}{d.Recurrence}", d => d.Optional);
            List("targets", t => t.Targets, SameTarget, t => $"{t.Comparator} {t.Value} {t.Unit} [{t.Period}] {t.Text}", t => t.Optional);

            void Task(string field, Func<GoldTask, GoldTask, bool> same, Func<GoldTask, string> show) => _scores.Add(FieldScore.Of(field, where, wanted, given, same, show));

            void List<T>(string field, Func<GoldTask, IEnumerable<T>> values, Func<T, T, bool> same, Func<T, string> show, Func<T, bool> optional) =>
                _scores.Add(FieldScore.Of(field, where, [.. wanted.SelectMany(values)], [.. given.SelectMany(values)], same, show, optional));
        }
    }

    private static IEnumerable<(string Role, GoldUnit Unit)> Units(GoldTask task) =>
    [
        .. task.Lead.Select(u => ("lead", u)), .. task.Responsible.Select(u => ("responsible", u)),
        .. task.Cooperating.Select(u => ("cooperating", u)), .. task.Assisting.Select(u => ("assisting", u)),
    ];

    private static bool SameDeadline(GoldDeadline gold, GoldDeadline parsed) =>
        IsOneOf(gold.Date, parsed.Date) && gold.Recurrence == parsed.Recurrence
        && (Plain(gold.Text).Contains(Plain(parsed.Text), Ordinal) || Plain(parsed.Text).Contains(Plain(gold.Text), Ordinal));

    private static bool SameTarget(GoldTarget gold, GoldTarget parsed) =>
        gold.Value == parsed.Value && gold.Comparator == parsed.Comparator && Same(gold.Unit, parsed.Unit) && (gold.Period is null || gold.Period == parsed.Period);

    private void CompareReport(GoldReport gold, GoldReport parsed)
    {
        Add("facts", gold.Facts?.OrderBy(f => f.Metric is null).ToList(), parsed.Facts, SameFact, f => $"{f.Metric} {f.Comparator} {f.Value} {f.Unit} [{f.Period}] {f.Text}", f => f.Optional);
        Add("problems", gold.Problems, parsed.Problems, (g, p) => Lies(g.From, g.To, p.From), Show, i => i.Optional);
        Add("next steps", gold.NextSteps, parsed.NextSteps, (g, p) => Lies(g.From, g.To, p.From), Show, i => i.Optional);

        static string Show(GoldItem item) => item.From.Length <= 24 ? $"{item.From}…{item.To}" : $"{item.From[..8]}…{item.From[^8..]}";
    }

    private static bool SameFact(GoldFact gold, GoldFact parsed) =>
        gold.Value == parsed.Value && gold.Comparator == parsed.Comparator && IsOneOf(Plain(gold.Unit), Plain(parsed.Unit))
        && (gold.Metric is null || IsOneOf(gold.Metric, parsed.Metric)) && (gold.Period is null || gold.Period == parsed.Period);

    // Where two readings are right, gold gives both: a|b.
    private static bool IsOneOf(string? gold, string? parsed) => gold == parsed || (gold is not null && gold.Split('|').Contains(parsed));

    private static bool Lies(string? from, string? to, string words)
    {
        var plain = Plain(words);
        return (from is null || plain.StartsWith(Plain(from), Ordinal)) && (to is null || plain.TrimEnd('。', ';').EndsWith(Plain(to).TrimEnd('。', ';'), Ordinal));
    }

    private void Add(string field, IReadOnlyList<string>? gold, IReadOnlyList<string>? parsed) => Add(field, gold, parsed, Same, v => v);

    private void Add<T>(string field, IReadOnlyList<T>? gold, IReadOnlyList<T>? parsed, Func<T, T, bool> same, Func<T, string> show, Func<T, bool>? optional = null)
    {
        if (gold is not null)
            _scores.Add(FieldScore.Of(field, _name, gold, parsed ?? [], same, show, optional));
    }

    private static bool Same(string a, string b) => Plain(a) == Plain(b);

    private static string Short(string? text) => text is null ? "" : text[..Math.Min(8, text.Length)];
}
