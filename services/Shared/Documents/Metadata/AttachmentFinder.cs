using Fazhi.Documents.Structure;

namespace Fazhi.Documents.Metadata;

/// <summary>
/// Finds the attachments that a document names (附件：1.… 2.…, on one line or several) and the lines that begin an attached text (附件1), and takes
/// them out of the body: the numbers of such a list are no headings.
/// </summary>
internal sealed class AttachmentFinder
{
    private const int LongestName = 120;
    private const int MostListed = 60;
    private static readonly string[] FileEnds = [".doc", ".docx", ".xls", ".xlsx", ".pdf", ".wps", ".et", ".ofd", ".zip", ".rar", ".jpg", ".png"];

    private readonly LineFacts _facts;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private AttachmentFinder(LineFacts facts) => _facts = facts;

    public List<PrintedText> Found { get; } = [];

    public static AttachmentFinder Find(LineFacts facts)
    {
        var finder = new AttachmentFinder(facts);
        for (var i = 0; i < facts.Count; i++)
        {
            var line = facts.Page.FoldedLine(i);
            if (line.Length <= LongestName && !facts.Page.Lines[i].IsRow && line[0] is '附' && MeasureMark(line, out var begins) is > 0 and var mark)
                i = finder.Read(i, mark, begins);
            else if (i > 0 && facts.Roles[i - 1] == LineRole.Imprint && IsFile(line))
                finder.ReadFile(i);
        }

        return finder;
    }

    /// <summary>The length of 附件1: and the like; 0 where the line goes on as a sentence. Without a colon it begins an attached text.</summary>
    private static int MeasureMark(ReadOnlySpan<char> line, out bool begins)
    {
        begins = false;
        var at = line.StartsWith("附件", StringComparison.Ordinal) || line.StartsWith("附表", StringComparison.Ordinal) || line.StartsWith("附录", StringComparison.Ordinal) ? 2
            : line.StartsWith("附 件", StringComparison.Ordinal) ? 3 : 1;
        var word = at;
        at = SkipBlanks(line, at);
        var digits = at;
        while (at < line.Length && at - digits < 3 && (char.IsAsciiDigit(line[at]) || HanNumber.Measure(line[at..]) > 0))
            at++;
        var numbered = at > digits;
        at = SkipBlanks(line, at);
        if (at < line.Length && line[at] == ':')
            return at + 1;
        begins = true;
        if (at == line.Length)
            return word > 1 ? at : 0;
        // 附件1.任务分工表, 附件1 任务分工表; not 附件材料齐全。
        var goesOn = numbered && (line[at] is '.' or '、' or '-' || line[at - 1] == ' ') && line.IndexOf('。') < 0;
        begins = false;
        return goesOn ? (line[at] is '.' or '、' or '-' ? at + 1 : at) : 0;
    }

    private int Read(int line, int mark, bool begins)
    {
        _facts.Set(line, LineRole.Imprint);
        var start = _facts.Page.Lines[line].Start;
        var rest = _facts.Page.FoldedLine(line)[mark..];
        if (rest.Trim(' ').IsEmpty)
            return begins ? line : ReadList(line, 1);
        if (rest.IndexOf('。') >= 0)
            return line;
        return ReadList(line, ReadNames(start + mark, start + _facts.Page.Lines[line].Length));
    }

    /// <summary>1.A 2.B on one line; the number that the next line would have.</summary>
    private int ReadNames(int start, int end)
    {
        var folded = _facts.Page.Folded.AsSpan();
        var number = 1;
        while (start < end)
        {
            start = SkipBlanks(folded[..end], start);
            if (IsNumber(folded[start..end], number, out var length))
            {
                start += length;
                number++;
            }

            var next = end;
            for (var i = start + 2; i < end && number > 1; i++)
            {
                if (folded[i - 1] is ' ' or ';' && IsNumber(folded[i..end], number, out _))
                {
                    next = i;
                    break;
                }
            }

            Add(start, next);
            start = next;
        }

        return number;
    }

    private static bool IsNumber(ReadOnlySpan<char> words, int number, out int length)
    {
        length = 0;
        if (!LabelScanner.TryRead(words, out var label) || label.Kind is not (LabelKind.Arabic or LabelKind.ArabicInBrackets) || label.Number != number)
            return false;
        length = label.ContentStart;
        return true;
    }

    private int ReadList(int line, int number)
    {
        for (var i = line + 1; i < Math.Min(_facts.Count, line + MostListed); i++)
        {
            var words = _facts.Page.FoldedLine(i);
            if (words.Length > LongestName || words.Contains('。') || !IsNumber(words, number, out var length))
                return i - 1;
            number++;
            var start = _facts.Page.Lines[i].Start;
            Add(start + length, start + words.Length);
            _facts.Set(i, LineRole.Imprint);
        }

        return line;
    }

    private void ReadFile(int line)
    {
        // A link right behind a name is that attachment; only a link without any name stands for itself.
        if (Found.Count == 0)
            Add(_facts.Page.Lines[line].Start, _facts.Page.Lines[line].End);
        _facts.Set(line, LineRole.Imprint);
    }

    private void Add(int start, int end)
    {
        var folded = _facts.Page.Folded.AsSpan();
        while (end > start && folded[end - 1] is ' ' or ';' or ',' or '。')
            end--;
        if (end - start > 2 && folded[start] == '《' && folded[end - 1] == '》' && folded[start..end].Count('《') == 1)
            (start, end) = (start + 1, end - 1);
        if (end > start && _names.Add(_facts.Page.Folded[start..end]))
            Found.Add(new(_facts.Page.Text[start..end], TextRange.Between(start, end)));
    }

    private static bool IsFile(ReadOnlySpan<char> line)
    {
        if (line.Length > 2 * LongestName || line[^1] is >= '\u4E00' and <= '\u9FFF')
            return false;
        foreach (var end in FileEnds)
        {
            if (line.EndsWith(end, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static int SkipBlanks(ReadOnlySpan<char> line, int from)
    {
        while (from < line.Length && line[from] == ' ')
            from++;
        return from;
    }
}
