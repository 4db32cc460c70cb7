using Fazhi.Search.Text;

namespace Fazhi.Search.Synonyms;

/// <summary>The data that comes with the service: see Data/README.md.</summary>
internal static class SynonymData
{
    /// <summary>Words that say the same, group by group.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Groups { get; } = [.. Lines("synonyms.tsv").Select(line => line.Split('\t')[1..])];

    /// <summary>Everyday words.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. AllWords().Where(word => char.IsLetter(word[0]))];

    /// <summary>Words that say nothing of what is looked for.</summary>
    public static IReadOnlyList<string> EmptyWords { get; } = Marked('-');

    /// <summary>Pairs of characters that nearly every document has.</summary>
    public static IReadOnlyList<string> CommonPairs { get; } = Marked('%');

    /// <summary>Characters that sound alike, but for the tone, by how they sound.</summary>
    public static IEnumerable<(string Sound, string Characters)> Sounds => Lines("sounds.tsv").Select(line => line.Split('\t')).Select(parts => (parts[0], parts[1]));

    private static IReadOnlyList<string> Marked(char mark) => [.. AllWords().Where(word => word[0] == mark).Select(word => WordForm.Of(word[1..]))];

    private static IEnumerable<string> AllWords() => Lines("words.txt").Where(line => line[0] != '#').SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(SynonymData).Assembly.GetManifestResourceStream($"Fazhi.Search.Synonyms.{name}")
            ?? throw new InvalidOperationException($"The resource {name} is missing.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
                yield return line;
        }
    }
}
