using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Fazhi.Catalogues.Metrics;

/// <summary>Reads the lines of a metric catalogue, in the form of <c>Data/README.md</c>.</summary>
internal sealed partial class MetricCatalogueReader
{
    private readonly Dictionary<string, string[]> _families = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _nouns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly List<Metric> _metrics = [];
    private readonly List<Wording> _wordings = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private string _theme = "";

    public MetricCatalogue Read(TextReader reader)
    {
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            var words = Fold.Text(line).Trim();
            if (words.Length == 0 || words[0] == '#')
                continue;
            if (ReadLine(words, line) is { } fault)
                throw new FormatException($"Line {number} of the metric catalogue: {fault}");
        }

        return new(ImmutableArray.CreateRange(_metrics), [.. _wordings], [.. _words.Keys], _nouns);
    }

    private string? ReadLine(string folded, string printed)
    {
        var first = folded.IndexOf(' ');
        var keyword = first < 0 ? folded : folded[..first];
        var rest = first < 0 ? "" : folded[(first + 1)..].Trim();
        return keyword switch
        {
            "units" => ReadFamily(rest),
            "nouns" => ReadNouns(rest),
            "theme" => ReadTheme(rest),
            "+" => ReadWording(rest),
            _ => ReadMetric(folded, printed),
        };
    }

    private string? ReadFamily(string line)
    {
        var parts = line.Split('=', StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || parts[0].Length == 0)
            return "expected: units 件 = 起 宗";
        return _families.TryAdd(parts[0], [parts[0], .. Split(parts[1], ' ')]) ? null : $"the units {parts[0]} are there twice.";
    }

    private string? ReadNouns(string line)
    {
        var parts = line.Split('=', StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || parts[0].Length == 0)
            return "expected: nouns 家 = 部门 单位";
        return Split(parts[1], ' ').FirstOrDefault(noun => !_nouns.TryAdd(noun, parts[0])) is { } twice ? $"the noun {twice} is there twice." : null;
    }

    private string? ReadTheme(string theme)
    {
        _theme = theme == "-" ? "" : theme;
        return theme.Length == 0 ? "expected: theme outline-2021/22, or theme - for none" : null;
    }

    private string? ReadMetric(string folded, string printed)
    {
        var parts = folded.Split('|', StringSplitOptions.TrimEntries);
        if (parts.Length != 3 || parts[1].Length == 0 || parts[2].Length == 0)
            return "expected: id | name | units";
        if (!IdForm().IsMatch(parts[0]))
            return $"{parts[0]} is not an id: lower-case words joined by hyphens.";
        if (!_ids.Add(parts[0]))
            return $"the id {parts[0]} is there twice.";
        _metrics.Add(new(parts[0], printed.Split('|')[1].Trim(), _theme, UnitsOf(parts[2])));
        return null;
    }

    /// <summary>The first word stands for its family where there is one of that name.</summary>
    private ImmutableArray<string> UnitsOf(string units)
    {
        var words = Split(units, ' ');
        return _families.TryGetValue(words[0], out var family) ? [.. family.Union(words[1..], StringComparer.Ordinal)] : [.. words];
    }

    private string? ReadWording(string line)
    {
        if (_metrics.Count == 0)
            return "a wording stands before the first metric.";
        var groups = new List<WordGroup>();
        var excluded = new List<int>();
        foreach (var part in Split(line, ' '))
        {
            if (part[0] == '!')
                excluded.AddRange(NumbersOf(part[1..]));
            else if (part[0] == '[' && part[^1] == ']')
                groups.Add(new(NumbersOf(part[1..^1]), Wide: true));
            else
                groups.Add(new(NumbersOf(part), Wide: false));
        }

        if (!groups.Exists(g => !g.Wide))
            return "a wording needs a word that stands with the figure.";
        _wordings.Add(new(_metrics.Count - 1, [.. groups], [.. excluded]));
        return null;
    }

    private int[] NumbersOf(string words) => [.. Split(words, '/').Select(NumberOf)];

    private int NumberOf(string word)
    {
        if (!_words.TryGetValue(word, out var number))
            _words.Add(word, number = _words.Count);
        return number;
    }

    private static string[] Split(string line, char mark) => line.Split(mark, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex IdForm();
}
