using Fazhi.Documents.Layout;
using Fazhi.Documents.Structure;

namespace Fazhi.Documents.Tasks;

/// <summary>
/// Finds the units that a line names: 牵头单位:A;责任单位:B on a line of its own, 〔责任单位:A〕, (A牵头,B配合,年底前完成) or no more than (A、B) at the end of a paragraph,
/// and 责任单位:A after its last sentence.
/// </summary>
internal static class UnitNoteScanner
{
    private const int LongestNote = 2000;
    private const int LongestVerbNote = 300;
    private static readonly (string Verb, UnitRole Role)[] Verbs =
    [
        ("牵头负责", UnitRole.Lead), ("牵头", UnitRole.Lead), ("按职责分工负责", UnitRole.Responsible), ("分别负责", UnitRole.Responsible),
        ("负责", UnitRole.Responsible), ("落实", UnitRole.Responsible), ("配合", UnitRole.Cooperating), ("参加", UnitRole.Cooperating), ("参与", UnitRole.Cooperating), ("协助", UnitRole.Assisting),
    ];

    /// <summary>The note in a folded line, with positions in the text that the line starts at <paramref name="offset"/>; null when there is none.</summary>
    public static UnitNote? Find(ReadOnlySpan<char> line, int offset) => FindNamed(line, offset) ?? FindInBrackets(line, offset);

    /// <summary>Joins lines of units that go on in the next line (县司法局、⏎县财政局) to one note, which the first line holds.</summary>
    public static void JoinWrapped(Page page, Label?[] labels, UnitNote?[] notes)
    {
        for (var i = notes.Length - 2; i >= 0; i--)
        {
            if (notes[i] is not { WholeLine: true, Parts: [.., var last] } note || labels[i] is not null || labels[i + 1] is not null || page.Lines[i + 1].IsRow || !GoesOn(page, i, notes[i + 1]))
                continue;
            var end = page.Lines[i + 1].Start + page.FoldedLine(i + 1).TrimEnd("。; )]").Length;
            var whole = last with { Range = TextRange.Between(last.Range.Start, end), Words = TextRange.Between(last.Words.Start, end) };
            notes[i] = note with { Parts = [.. note.Parts.Take(note.Parts.Count - 1), whole] };
            notes[i + 1] = new(page.Lines[i + 1].Start, true, []);
        }
    }

    private static bool GoesOn(Page page, int line, UnitNote? next)
    {
        var more = page.FoldedLine(line + 1);
        return next is null && page.FoldedLine(line)[^1] is '、' or ',' && more.Length <= LongestVerbNote && !more.TrimEnd('。').Contains('。');
    }

    private static UnitNote? FindNamed(ReadOnlySpan<char> line, int offset)
    {
        var from = 0;
        while (RoleWords.TryFind(line, from, out var start, out var end, out var role))
        {
            if (TryFrame(line, start, out var noteStart, out var noteEnd))
            {
                var parts = ReadParts(line[..noteEnd], start, end, role, offset);
                return new(offset + noteStart, noteStart == 0, parts);
            }

            from = end;
        }

        return null;
    }

    /// <summary>Where the note that begins with the role at <paramref name="start"/> begins and ends; false when the role stands inside running text.</summary>
    private static bool TryFrame(ReadOnlySpan<char> line, int start, out int noteStart, out int noteEnd)
    {
        noteStart = start;
        noteEnd = line.TrimEnd("。; ").Length;
        if (noteEnd - start > LongestNote)
            return false;
        var before = line[..start].TrimEnd(' ');
        if (before.IsEmpty)
            return true;
        if (before[^1] is '[' or '(')
        {
            noteStart = before.Length - 1;
            if (line[noteEnd - 1] is not (']' or ')'))
                return noteStart == 0;
            noteEnd--;
            return true;
        }

        // After the last sentence, without brackets.
        return before[^1] is '。' or ';' && HoldsRolesOnly(line[start..noteEnd]);
    }

    // 责任单位:县司法局。完成时限:年底前: a sentence may end where the next role begins.
    private static bool HoldsRolesOnly(ReadOnlySpan<char> note)
    {
        for (var stop = note.IndexOf('。'); stop >= 0; stop = note.IndexOf('。'))
        {
            note = note[(stop + 1)..].TrimStart(' ');
            if (!RoleWords.TryFind(note, 0, out var start, out _, out _) || start > 0)
                return false;
        }

        return true;
    }

    private static List<UnitNotePart> ReadParts(ReadOnlySpan<char> line, int start, int end, UnitRole? role, int offset)
    {
        var parts = new List<UnitNotePart>();
        while (true)
        {
            var more = RoleWords.TryFind(line, end, out var nextStart, out var nextEnd, out var nextRole);
            var words = Trim(line, end, more ? nextStart : line.Length);
            if (words.Length > 0)
                AddPart(parts, line, role, start, words, offset);
            if (!more)
                return parts;
            (start, end, role) = (nextStart, nextEnd, nextRole);
        }
    }

    /// <summary>责任单位:县司法局,年底前完成: the time is no unit.</summary>
    private static void AddPart(List<UnitNotePart> parts, ReadOnlySpan<char> line, UnitRole? role, int start, TextRange words, int offset)
    {
        List<TextRange> times = [];
        if (role is not null && TimeClauses.CutOut(line, words, times) is [var units] && times.Count > 0)
            words = units;
        else
            times.Clear();
        parts.Add(new(role, TextRange.Between(offset + start, offset + words.End), Moved(words, offset)));
        parts.AddRange(times.Select(t => new UnitNotePart(null, Moved(t, offset), Moved(t, offset))));
    }

    private static UnitNote? FindInBrackets(ReadOnlySpan<char> line, int offset)
    {
        var end = line.TrimEnd("。; ").Length;
        if (end < 4 || line[end - 1] is not (')' or ']'))
            return null;
        var open = FindOpening(line[..(end - 1)]);
        if (open < 0 || end - open > LongestVerbNote)
            return null;
        var words = TextRange.Between(open + 1, end - 1);
        List<TextRange> times = [];
        List<UnitNotePart> parts = [];
        foreach (var stretch in TimeClauses.CutOut(line, words, times))
        {
            if (EndsWithVerb(line.Slice(stretch.Start, stretch.Length)))
                parts.AddRange(ReadVerbParts(line[..stretch.End], stretch.Start, offset));
            else if (BareUnits.Are(line, stretch, open))
                parts.Add(new(UnitRole.Responsible, Moved(stretch, offset), Moved(stretch, offset)));
            else
                return null;
        }

        if (parts.Count == 0)
            return null;
        parts.AddRange(times.Select(t => new UnitNotePart(null, Moved(t, offset), Moved(t, offset))));
        return new(offset + open, open == 0, parts);
    }

    private static TextRange Moved(TextRange range, int offset) => range with { Start = range.Start + offset };

    private static int FindOpening(ReadOnlySpan<char> line)
    {
        var depth = 0;
        for (var i = line.Length - 1; i >= Math.Max(0, line.Length - LongestVerbNote); i--)
        {
            if (line[i] is ')' or ']')
                depth++;
            else if (line[i] is '(' or '[' && depth-- == 0)
                return i;
        }

        return -1;
    }

    private static bool EndsWithVerb(ReadOnlySpan<char> words)
    {
        foreach (var (verb, _) in Verbs)
        {
            if (words.Length > verb.Length && words.EndsWith(verb, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static List<UnitNotePart> ReadVerbParts(ReadOnlySpan<char> line, int start, int offset)
    {
        var parts = new List<UnitNotePart>();
        for (var i = start; i < line.Length; i++)
        {
            foreach (var (verb, role) in Verbs)
            {
                var end = i + verb.Length;
                if (!line[i..].StartsWith(verb, StringComparison.Ordinal) || (end < line.Length && line[end] is not (',' or ';' or '、' or ' ')))
                    continue;
                var words = Trim(line, start, i);
                if (words.Length > 0)
                    parts.Add(new(role, TextRange.Between(offset + words.Start, offset + end), words with { Start = offset + words.Start }));
                start = end;
                i = end - 1;
                break;
            }
        }

        return parts;
    }

    private static TextRange Trim(ReadOnlySpan<char> line, int start, int end)
    {
        while (start < end && line[start] is ' ' or ',' or ';' or '、' or ':')
            start++;
        while (end > start && line[end - 1] is ' ' or ',' or ';' or '、' or '。')
            end--;
        // A bracket between two notes in a row: 〔牵头单位:A〕〔责任单位:B〕
        while (end > start && line[end - 1] is '[' or '(')
            end--;
        if (end > start && line[end - 1] == ']' && line[start..end].IndexOf('[') < 0)
            end--;
        return TextRange.Between(start, end);
    }
}
