using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Spectre.Console.Rendering;

namespace Fazhi.CommandLine;

/// <summary>
/// How Chinese text is broken into lines: after any character, but not before a mark that closes, nor after one that opens. Libraries break at spaces alone, and
/// count a character as one column.
/// </summary>
internal static partial class ChineseText
{
    private static readonly SearchValues<char> Opening = SearchValues.Create("（《〈“‘【〔「([");
    private static readonly SearchValues<char> Closing = SearchValues.Create("，。；：、！？）》〉”’】〕」…%,.;:!?)] ");

    /// <summary>The text in pieces between which a line may end.</summary>
    public static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var at = 1; at < text.Length; at++)
        {
            if (!MayBreak(text[at - 1], text[at]))
                continue;
            yield return text[start..at];
            start = at;
        }
        if (start < text.Length)
            yield return text[start..];
    }

    /// <summary>Folds the lines that are wider than so many columns; what is folded goes on under the second column of its line.</summary>
    public static string Fold(string text, int width) =>
        string.Join('\n', text.Split('\n').Select(line => Columns(line) <= width ? line : FoldLine(line, width)));

    private static string FoldLine(string line, int width)
    {
        var indent = Columns(FirstColumn().Match(line).Value);
        var folded = new StringBuilder();
        var used = 0;
        foreach (var piece in Pieces(line))
        {
            var columns = Columns(piece.TrimEnd(' '));
            if (used + columns > width && used > indent)
            {
                folded.Append('\n').Append(' ', indent);
                used = indent;
            }
            folded.Append(piece);
            used += Columns(piece);
        }
        return folded.ToString();
    }

    private static int Columns(string text) => new Segment(text).CellCount();

    private static bool MayBreak(char before, char after) =>
        (before == ' ' || IsWide(before) || IsWide(after)) && !Opening.Contains(before) && !Closing.Contains(after);

    // From the radicals on everything is as wide as two columns, but for the surrogates of pairs, which must not be parted.
    private static bool IsWide(char character) => character >= '\u2E80' && !char.IsSurrogate(character);

    [GeneratedRegex(@"^ *(\S+( \S+)* {2,})?")]
    private static partial Regex FirstColumn();
}
