using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;

namespace Fazhi.Catalogues.Metrics;

/// <summary>The metrics of yearly reports and the many ways to speak of them. <c>Data/README.md</c> says how they are written down.</summary>
public sealed class MetricCatalogue
{
    private static readonly Lazy<MetricCatalogue> Own = new(LoadOwn);
    private readonly FrozenDictionary<string, Metric> _byId;
    private readonly FrozenDictionary<string, bool[]> _fitting;

    internal MetricCatalogue(ImmutableArray<Metric> metrics, Wording[] wordings, IReadOnlyList<string> words, IEnumerable<KeyValuePair<string, string>> nouns)
    {
        Metrics = metrics;
        _byId = metrics.ToFrozenDictionary(m => m.Id, StringComparer.Ordinal);
        Words = [.. words];
        Phrases = new(words.Select((word, index) => KeyValuePair.Create(word, index)));
        Nouns = new(nouns);
        Prefixes = [.. words.Select(word => PrefixesOf(word, words))];
        ByWord = new Wording[words.Count][];
        var byWord = wordings.SelectMany(w => LeadOf(w).Words.Select(word => (word, w))).ToLookup(p => p.word, p => p.w);
        for (var i = 0; i < ByWord.Length; i++)
            ByWord[i] = [.. byWord[i]];
        _fitting = metrics.SelectMany(m => m.Units).Distinct().ToFrozenDictionary(unit => unit, FindFitting, StringComparer.Ordinal);
    }

    /// <summary>The catalogue that comes with the library.</summary>
    public static MetricCatalogue Default => Own.Value;

    /// <summary>All metrics, grouped by theme.</summary>
    public ImmutableArray<Metric> Metrics { get; }

    /// <summary>The words that wordings are made of.</summary>
    internal string[] Words { get; }

    internal PhraseSet<int> Phrases { get; }

    /// <summary>Nouns that say what a figure with 个 counts, and the measure word that is proper to them.</summary>
    internal PhraseSet<string> Nouns { get; }

    /// <summary>For each word, the shorter words that it begins with.</summary>
    internal int[][] Prefixes { get; }

    /// <summary>For each word, the wordings whose first group near the figure has it.</summary>
    internal Wording[][] ByWord { get; }

    /// <summary>The metric of that id; null when there is none.</summary>
    public Metric? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>For each metric, whether it may have the measure word.</summary>
    internal bool[] FittingOf(string unit) => _fitting.TryGetValue(unit, out var fitting) ? fitting : FindFitting(unit);

    /// <summary>Reads a catalogue.</summary>
    /// <exception cref="FormatException">The text is not in the form of a catalogue; the message names the line.</exception>
    public static MetricCatalogue Read(TextReader reader) => new MetricCatalogueReader().Read(reader);

    private static MetricCatalogue LoadOwn()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Metrics.metrics.txt")
            ?? throw new InvalidOperationException("The resource metrics.txt is missing.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }

    private bool[] FindFitting(string unit)
    {
        var fitting = new bool[Metrics.Length];
        for (var i = 0; i < fitting.Length; i++)
            fitting[i] = Fits(Metrics[i].Units, unit);
        return fitting;
    }

    /// <summary>件(次), 户次: the word before counts.</summary>
    private static bool Fits(ImmutableArray<string> units, string unit)
    {
        foreach (var candidate in units)
        {
            if (unit.StartsWith(candidate, StringComparison.Ordinal) && (unit.Length == candidate.Length || unit[candidate.Length] is '(' or '次'))
                return true;
        }

        return false;
    }

    private static WordGroup LeadOf(Wording wording) => Array.Find(wording.Groups, g => !g.Wide);

    private static int[] PrefixesOf(string word, IReadOnlyList<string> words) =>
        [.. Enumerable.Range(0, words.Count).Where(i => words[i].Length < word.Length && word.StartsWith(words[i], StringComparison.Ordinal))];
}
