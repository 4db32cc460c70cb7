using System.Text;
using DocumentFormat.OpenXml;

namespace Fazhi.Documents.Word;

/// <summary>
/// Word's automatic numbers. A paragraph names a list (num) and a level; the list refers to a definition (abstractNum) whose counters all its lists share; a list may begin its
/// levels anew (startOverride) or define them otherwise (lvlOverride).
/// </summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;
    private const int LongestLink = 8;

    private readonly Dictionary<string, OpenXmlElement> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OpenXmlElement> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NumberedList?> _resolved = new(StringComparer.Ordinal);
    private readonly Dictionary<OpenXmlElement, Counters> _counters = [];
    private readonly HashSet<(string List, int Level)> _begun = [];
    private readonly WordStyles _styles;

    public WordNumbering(OpenXmlElement? root, WordStyles styles)
    {
        _styles = styles;
        foreach (var element in root?.ChildElements ?? [])
        {
            if (element.LocalName == "abstractNum" && element.Attribute("abstractNumId") is { } definition)
                _definitions.TryAdd(definition, element);
            else if (element.LocalName == "num" && element.Attribute("numId") is { } list)
                _lists.TryAdd(list, element);
        }
    }

    /// <summary>The number of the next paragraph, with the blank behind it, as printed; null when it has none.</summary>
    /// <param name="direct">The numbering of the paragraph itself; null when it has none.</param>
    /// <param name="style">Its style.</param>
    public string? Next(OpenXmlElement? direct, ParagraphStyle style)
    {
        var id = direct.Value("numId") ?? style.NumId;
        if (id is null or "0" || Find(id) is not { } list)
            return null;
        var level = direct.Number("ilvl") ?? LevelOf(list, style);
        return level is < 0 or >= Levels || list.Levels[level] is null ? null : Count(id, list, level);
    }

    private static int LevelOf(NumberedList list, ParagraphStyle style)
    {
        var linked = Array.FindIndex(list.Levels, l => l?.Style is { } s && (s == style.Id || s == style.NumberedBy));
        return linked >= 0 ? linked : style.Level ?? 0;
    }

    private string Count(string id, NumberedList list, int level)
    {
        if (!_counters.TryGetValue(list.Definition, out var counters))
            _counters[list.Definition] = counters = new();
        if (_begun.Add((id, level)) && list.Overrides[level] is not null)
            counters.Values[level] = null;
        counters.Values[level] = counters.Values[level] is { } last ? last + 1 : list.Start(level);
        for (var below = level + 1; below < Levels; below++)
        {
            // lvlRestart n: only a level from 1 to n begins this one anew; 0: none does.
            if ((list.Levels[below]?.RestartAfter ?? below) > level)
                counters.Values[below] = null;
        }

        return Print(list, counters, level);
    }

    private static string Print(NumberedList list, Counters counters, int level)
    {
        var form = list.Levels[level]!;
        if (form.Hidden)
            return "";
        if (form.Format == "bullet")
            return "• ";
        var text = new StringBuilder();
        for (var i = 0; i < form.Text.Length; i++)
        {
            if (form.Text[i] != '%' || i + 1 >= form.Text.Length || form.Text[i + 1] is < '1' or > '9')
            {
                text.Append(form.Text[i]);
                continue;
            }

            var part = form.Text[++i] - '1';
            text.Append(NumberFormat.Write(counters.Values[part] ?? list.Start(part), form.IsLegal ? "decimal" : list.Levels[part]?.Format));
        }

        if (text.Length > 0 && form.HasBlank && text[^1] is not ('、' or '）' or '】' or '〕' or '．' or '：'))
            text.Append(' ');
        return text.ToString();
    }

    private NumberedList? Find(string id)
    {
        if (_resolved.TryGetValue(id, out var known))
            return known;
        NumberedList? list = null;
        if (_lists.TryGetValue(id, out var num) && DefinitionOf(num) is { } definition)
        {
            list = new(definition);
            foreach (var level in definition)
                list.Define(level);
            foreach (var change in num.Where(e => e.LocalName == "lvlOverride"))
                list.Override(change);
        }

        return _resolved[id] = list;
    }

    /// <summary>The definition behind a list; one that only names a style of lists leads on to that style's.</summary>
    private OpenXmlElement? DefinitionOf(OpenXmlElement num)
    {
        for (var i = 0; i < LongestLink; i++)
        {
            if (num.Value("abstractNumId") is not { } id || !_definitions.TryGetValue(id, out var definition))
                return null;
            if (definition.Value("numStyleLink") is not { } link)
                return definition;
            if (_styles.NumberingOf(link) is not { } next || !_lists.TryGetValue(next, out var linked))
                return _definitions.Values.FirstOrDefault(d => d.Value("styleLink") == link);
            num = linked;
        }

        return null;
    }

    private sealed class Counters
    {
        public int?[] Values { get; } = new int?[Levels];
    }

    private sealed class NumberedList(OpenXmlElement definition)
    {
        public OpenXmlElement Definition { get; } = definition;

        public NumberLevel?[] Levels { get; } = new NumberLevel?[WordNumbering.Levels];

        public int?[] Overrides { get; } = new int?[WordNumbering.Levels];

        public int Start(int level) => Overrides[level] ?? Levels[level]?.Start ?? 1;

        public void Define(OpenXmlElement level)
        {
            if (level.LocalName == "lvl" && TryLevel(level, out var at))
                Levels[at] = NumberLevel.Read(level);
        }

        public void Override(OpenXmlElement change)
        {
            if (!TryLevel(change, out var at))
                return;
            if (change.Child("lvl") is { } level)
                Levels[at] = NumberLevel.Read(level);
            Overrides[at] = change.Number("startOverride");
        }

        private static bool TryLevel(OpenXmlElement element, out int level) => int.TryParse(element.Attribute("ilvl"), out level) && level is >= 0 and < WordNumbering.Levels;
    }
}
