using System.Text.RegularExpressions;

namespace Fazhi.EndToEnd.Tests.Seeds;

/// <summary>Five real documents that lie outside the project; the tests take facts of them from the files themselves.</summary>
internal static partial class SeedFolder
{
    /// <summary>Names of the files in whose text a word stands, in order.</summary>
    public static IEnumerable<string> NamesWith(string folder, string word) =>
        Directory.EnumerateFiles(folder, "*.txt")
            .Where(file => Squeeze(File.ReadAllText(file)).Contains(word, StringComparison.Ordinal))
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal);

    /// <summary>
    /// The headings above the line that holds <paramref name="words"/>, found the plain way: the last line that begins with 一、
    /// and below it the last short line without a full stop that begins with (一). Null when no line holds the words,
    /// or the line is a heading itself.
    /// </summary>
    public static IReadOnlyList<string>? HeadingsAbove(string file, string words)
    {
        string? part = null, chapter = null;
        foreach (var line in File.ReadLines(file).Select(Squeeze))
        {
            var isPart = Part().Match(line);
            var isChapter = Chapter().Match(line);
            if (isPart.Success)
                (part, chapter) = (isPart.Groups[1].Value, null);
            else if (isChapter.Success)
                chapter = isChapter.Groups[1].Value;
            if (line.Contains(words, StringComparison.Ordinal))
                return isPart.Success || isChapter.Success ? null : [.. new[] { part, chapter }.OfType<string>()];
        }
        return null;
    }

    /// <summary>Without any white space: pages are padded with it.</summary>
    public static string Squeeze(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    [GeneratedRegex("^[一二三四五六七八九十]+、([^。]+)$")]
    private static partial Regex Part();

    [GeneratedRegex("^[(（][一二三四五六七八九十]+[)）]([^。]{1,40})$")]
    private static partial Regex Chapter();
}
