using System.Buffers;
using System.Text;

namespace Fazhi.Documents.Layout;

/// <summary>Writes lines in one form: no indents, no control or zero-width characters, every run of blanks one space.</summary>
internal static class LineCleaner
{
    private static readonly SearchValues<char> Unclean = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => c is ' ' or '\t' || IsBlank(c) || IsDropped(c))]);

    /// <summary>Appends the cleaned line; nothing when nothing is left of it.</summary>
    public static void Append(StringBuilder target, ReadOnlySpan<char> line, bool keepTabs)
    {
        // Most lines are clean but for the blanks around them.
        if (!keepTabs)
            line = line.Trim();
        if (line.IndexOfAny(Unclean) < 0)
        {
            target.Append(line);
            return;
        }

        var begin = target.Length;
        var blank = false;
        var clean = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            var isTab = keepTabs && c == '\t';
            if (!isTab && !IsBlank(c) && !IsDropped(c))
                continue;
            Flush(target, line[clean..i], ref blank, begin);
            clean = i + 1;
            blank |= IsBlank(c) && !isTab;
            if (!isTab)
                continue;
            target.Append('\t');
            blank = false;
        }

        Flush(target, line[clean..], ref blank, begin);
    }

    public static bool IsBlank(char c) => c is ' ' or '\t' or '\u00A0' or '\u3000' or '\n' or '\r' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F';

    private static void Flush(StringBuilder target, ReadOnlySpan<char> run, ref bool blank, int begin)
    {
        if (run.IsEmpty)
            return;
        if (blank && target.Length > begin && target[^1] != '\t')
            target.Append(' ');
        blank = false;
        target.Append(run);
    }

    private static bool IsDropped(char c) => char.IsControl(c) || c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' or '\u200E' or '\u200F';
}
