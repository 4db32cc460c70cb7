using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Fazhi.Catalogues.Functions;

/// <summary>
/// All functions, indexed by id and by every name that their units go by. Immutable, safe to share between threads. A name that two functions
/// claim belongs to the one whose usual name it is; names of today go before former ones.
/// </summary>
public sealed class FunctionCatalog
{
    private static readonly Lazy<FunctionCatalog> _builtIn = new(() => new FunctionCatalog(FunctionData.Load()));
    private static readonly string[] _committees = ["委", "党委", "工委", "党工委"];
    private static readonly string[] _governments = ["政府", "人民政府"];

    private readonly FrozenDictionary<string, Function> _byId;

    /// <summary>Makes a catalogue of functions whose ids differ.</summary>
    /// <exception cref="ArgumentException">Two functions share an id.</exception>
    public FunctionCatalog(IEnumerable<Function> functions)
    {
        Functions = [.. functions.OrderBy(function => function.Id, StringComparer.Ordinal)];
        _byId = Functions.ToFrozenDictionary(function => function.Id, StringComparer.Ordinal);
        var names = new Dictionary<string, FunctionName>(StringComparer.Ordinal);
        foreach (var (text, name) in Functions.SelectMany(NamesOf))
        {
            if (!names.TryGetValue(text, out var known) || name.Form < known.Form)
                names[text] = name;
        }

        Names = new PhraseSet<FunctionName>(names);
        Full = [.. names.Where(entry => entry.Value.Form <= NameForm.Variant && !entry.Value.NeedsPrefix).Select(entry => entry.Key)];
        Stems = new PhraseSet<Function>(Functions.SelectMany(function => function.Stems.Select(stem => KeyValuePair.Create(stem, function))));
        Heads = [.. Functions.Where(function => !function.Form.StartsWith('{') && !function.Form.StartsWith("中共", StringComparison.Ordinal))
            .Select(function => (function.Form[..function.Form.IndexOf('{')], function))];
    }

    /// <summary>The functions that come with the library, made at the first use and shared.</summary>
    public static FunctionCatalog BuiltIn => _builtIn.Value;

    /// <summary>All functions, by id.</summary>
    public ImmutableArray<Function> Functions { get; }

    /// <summary>Everything that units are called, without the region.</summary>
    internal PhraseSet<FunctionName> Names { get; }

    /// <summary>The full names among them: what a misprint is held against.</summary>
    internal ImmutableArray<string> Full { get; }

    /// <summary>The words from which merged departments are named.</summary>
    internal PhraseSet<Function> Stems { get; }

    /// <summary>What stands before the region in the names of some: 国家税务总局, 共青团.</summary>
    internal ImmutableArray<(string Head, Function Function)> Heads { get; }

    /// <summary>The function with this id, or null.</summary>
    public Function? Find(string id) => _byId.GetValueOrDefault(id);

    private static IEnumerable<(string Text, FunctionName Name)> NamesOf(Function function)
    {
        foreach (var name in function.Names.SelectMany(names => names).Distinct())
        {
            var levels = 0;
            for (var level = 0; level < function.Names.Length; level++)
                levels |= function.Names[level].Contains(name) ? 1 << level : 0;
            // 委员会 of 政协望岫县委员会 is no name by itself, nor is 支行 of 中国人民银行望岫县支行.
            if (name is "委员会" or "分行" or "支行")
                continue;
            foreach (var entry in Owned(function, NameForm.Usual, name, name.TrimStart('~'), levels))
                yield return entry;
            if (name.EndsWith('局') && function.Kind is UnitKind.Government && function.Form == "{R}{N}")
                yield return (name[..^1] + "分局", new FunctionName(function, NameForm.Branch, name[..^1] + "分局", 0, NeedsPrefix: false));
        }

        foreach (var entry in function.Variants.SelectMany(name => Owned(function, NameForm.Variant, name, name.TrimStart('~'), 0)))
            yield return entry;
        foreach (var entry in function.Abbreviations.SelectMany(name => Owned(function, NameForm.Abbreviation, name.Short, name.Full, 0)))
            yield return entry;
        foreach (var step in function.Lineage.Where(step => step.FormerName.Length > 0))
        {
            foreach (var entry in step.FormerAbbreviations.Prepend(step.FormerName).SelectMany(name => Owned(function, NameForm.Former, name, step.FormerName, 0)))
                yield return entry;
        }
    }

    /// <summary>The forms of a name with its committee or government before it (委组织部, 人民政府信访局), and of 依法治{L}办 with every level word.</summary>
    private static IEnumerable<(string Text, FunctionName Name)> Owned(Function function, NameForm form, string name, string full, int levels)
    {
        var bare = name.TrimStart('~');
        var needsOwner = bare.Length < name.Length;
        var owners = function.OfCommittee ? _committees : function.Kind is UnitKind.Government && !bare.Contains("政府", StringComparison.Ordinal) ? _governments : [];
        foreach (var word in bare.Contains("{L}", StringComparison.Ordinal) ? LevelWords.InRuleOfLaw : [""])
        {
            var text = bare.Replace("{L}", word, StringComparison.Ordinal);
            if (!needsOwner || owners.Length == 0)
                yield return (text, new FunctionName(function, form, full, levels, needsOwner));
            foreach (var owner in owners)
                yield return (owner + text, new FunctionName(function, form, full, levels, NeedsPrefix: false));
        }
    }
}
