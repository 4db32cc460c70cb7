using System.Collections.Frozen;
using Fazhi.Catalogues.Functions;
using Fazhi.Catalogues.Metrics;
using Fazhi.Catalogues.Regions;
using Fazhi.Catalogues.Themes;
using Fazhi.Search.Text;

namespace Fazhi.Search.Synonyms;

/// <summary>The words that are known, in the form of <see cref="WordForm"/>. Immutable: made anew when other catalogues come into force.</summary>
internal sealed class Vocabulary
{
    private static readonly Lazy<Vocabulary> Own = new(() => new Vocabulary(ThemeCatalogue.BuiltIn));

    // The words of functions, metrics and regions are always the same.
    private static readonly Lazy<string[]> Unchanging = new(() => [.. UnitNames().Concat(MetricCatalogue.Default.Metrics.Select(metric => metric.Name)).Concat(RegionNames()).Concat(SynonymData.Words)]);
    private static readonly FrozenSet<string> Empty = SynonymData.EmptyWords.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> CommonPairs = SynonymData.CommonPairs.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Everyday = SynonymData.Words.Select(WordForm.Of).ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenSet<string> words;

    /// <param name="catalogues">The catalogues in force.</param>
    public Vocabulary(IEnumerable<ThemeCatalogue> catalogues)
    {
        var themeWords = catalogues.SelectMany(catalogue => catalogue.Themes)
            .SelectMany(theme => theme.Keywords.Where(keyword => keyword.Weight > 0).Select(keyword => keyword.Word).Append(theme.Name)).ToList();
        Terms = [.. SynonymTable.BuiltIn.Words.Where(word => !word.Contains('、', StringComparison.Ordinal)).Concat(themeWords)
            .DistinctBy(WordForm.Of, StringComparer.Ordinal).Where(term => WordForm.Of(term).Length > 1)];
        words = Terms.Concat(Unchanging.Value).Select(WordForm.Of).Where(word => word.Length > 1 && !Empty.Contains(word)).ToFrozenSet(StringComparer.Ordinal);
        Longest = words.Max(word => word.Length);
    }

    /// <summary>With the catalogues that come with the platform.</summary>
    public static Vocabulary BuiltIn => Own.Value;

    /// <summary>The terms of the field, as they are written: what people look for.</summary>
    public IReadOnlyList<string> Terms { get; }

    /// <summary>Length of the longest word.</summary>
    public int Longest { get; }

    /// <summary>Whether it is a word.</summary>
    public bool Contains(string form) => words.Contains(form);

    /// <summary>Whether it is a word that says nothing of what is looked for.</summary>
    public static bool IsEmpty(string form) => Empty.Contains(form);

    /// <summary>Whether it is an everyday word, no term of the field.</summary>
    public static bool IsEveryday(string form) => Everyday.Contains(form);

    /// <summary>Whether it is a pair of characters that nearly every document has.</summary>
    public static bool IsCommonPair(string pair) => CommonPairs.Contains(pair);

    /// <summary>All words.</summary>
    public IEnumerable<string> Words => words;

    private static IEnumerable<string> UnitNames() => FunctionCatalog.BuiltIn.Functions
        .SelectMany(function => function.Names.SelectMany(names => names).Concat(function.Variants).Concat(function.Abbreviations.Select(name => name.Short)).Append(function.Name))
        .Where(name => name.All(char.IsLetter));

    private static IEnumerable<string> RegionNames() => RegionCatalog.BuiltIn.Regions.Where(region => region.Level <= RegionLevel.County).Select(region => region.Name);
}
