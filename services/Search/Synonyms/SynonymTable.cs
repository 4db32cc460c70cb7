using Fazhi.Catalogues.Functions;
using Fazhi.Catalogues.Regions;
using Fazhi.Search.Text;

namespace Fazhi.Search.Synonyms;

/// <summary>Words and their other forms. Immutable.</summary>
internal sealed class SynonymTable
{
    private static readonly Lazy<SynonymTable> Own = new(() => new SynonymTable([.. SynonymData.Groups, .. UnitNames(FunctionCatalog.BuiltIn)]));

    private readonly Dictionary<string, IReadOnlyList<string>> groups = new(StringComparer.Ordinal);

    /// <param name="groups">Words that say the same; a word that was in an earlier group stays there.</param>
    public SynonymTable(IEnumerable<IReadOnlyList<string>> groups)
    {
        foreach (var group in groups)
        {
            foreach (var word in group)
                this.groups.TryAdd(WordForm.Of(word), group);
        }
    }

    /// <summary>The synonyms that come with the service, and the names of units.</summary>
    public static SynonymTable BuiltIn => Own.Value;

    /// <summary>All words, as they are written.</summary>
    public IEnumerable<string> Words => groups.Values.Distinct().SelectMany(group => group);

    /// <summary>The other forms of a word, as they are written; none if it has none.</summary>
    // With 、 between its parts it is another: the index does not look over punctuation.
    public IEnumerable<string> OthersOf(string word)
    {
        var folded = TextFolding.Fold(word);
        return groups.TryGetValue(WordForm.Of(word), out var group) ? group.Where(other => TextFolding.Fold(other) != folded) : [];
    }

    // Only what is short for one thing: 司法局 and 局 behind it are names, 委办 could be anyone's.
    private static IEnumerable<IReadOnlyList<string>> UnitNames(FunctionCatalog catalog)
    {
        var shorts = catalog.Functions
            .SelectMany(function => function.Abbreviations.Select(name => (name.Short, Long: LongNames(function, name.Short, name.Full))))
            .Where(entry => entry.Long.Count > 0 && IsName(entry.Short))
            .ToLookup(entry => entry.Short, entry => entry.Long);
        var named = catalog.Functions.SelectMany(function => function.Names.SelectMany(names => names).Concat(function.Variants)).ToHashSet(StringComparer.Ordinal);
        return shorts
            .Where(same => same.Count() == 1 && !named.Contains(same.Key))
            .GroupBy(same => string.Join('\t', same.Single()), same => same.Key)
            .Select(group => (IReadOnlyList<string>)[.. group.Key.Split('\t'), .. group]);
    }

    private static IReadOnlyList<string> LongNames(Function function, string shortName, string full) => full.Length > 0
        ? IsName(full) ? [full] : []
        : [.. ((RegionLevel[])[RegionLevel.County, RegionLevel.Province, RegionLevel.Nation])
            .Select(function.NameAt).OfType<string>().Where(name => IsName(name) && name[^1] == shortName[^1]).Distinct(StringComparer.Ordinal)];

    private static bool IsName(string name) => name.Length > 2 && name.All(char.IsLetter);
}
