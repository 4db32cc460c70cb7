using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Fazhi.Catalogues;
using Fazhi.Documents.Layout;

namespace Fazhi.Documents.Metadata;

/// <summary>
/// Finds what a document cites: titles in 《》 (with 〈〉 inside, over line ends), the number behind them, and numbers that stand by themselves. Its own title and
/// number, short names (以下简称《…》) and newspapers are none.
/// </summary>
internal sealed class CitationFinder
{
    private const int LongestTitle = 200;
    private const int MostLineEnds = 2;
    private const int LongestRepeal = 160;
    private const int MostWordsBeforeRepeal = 14;

    private static readonly SearchValues<char> Marks = SearchValues.Create("《号");

    /// <summary>Words that name a kind of document and no document.</summary>
    private static readonly FrozenSet<string> ShortNames = FrozenSet.Create(StringComparer.Ordinal, "纲要", "规划", "方案", "实施方案", "意见", "实施意见", "办法", "条例", "规定", "决定", "通知", "要点", "计划", "细则", "规则", "报告", "建议", "标准", "清单", "指引");

    private static readonly string[] Repeals =
        ["同时废止", "同时失效", "即行废止", "一并废止", "同步废止", "自行废止", "同时停止执行", "停止执行", "不再执行", "起废止", "起失效"];

    private static readonly string[] RepealsBefore = ["同时废止", "现废止", "决定废止"];

    private readonly Page _page;
    private readonly DocumentNumber? _own;
    private readonly string _ownTitle;
    private readonly bool _repeals;
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, List<Entry>> _byTitle = new(StringComparer.Ordinal);
    private readonly HashSet<string> _aliases = new(StringComparer.Ordinal);

    private CitationFinder(Page page, DocumentNumber? own, string ownTitle, bool repeals)
    {
        _page = page;
        _own = own;
        _ownTitle = ownTitle;
        _repeals = repeals;
    }

    /// <summary>The citations in the order printed, each title and number once.</summary>
    /// <param name="page">The text.</param>
    /// <param name="own">The document's own number.</param>
    /// <param name="title">The document's own title; null where it has none.</param>
    /// <param name="repeals">Whether the document can repeal others: a plan can, a report only tells of it.</param>
    /// <param name="budget">Time.</param>
    public static ImmutableArray<Citation> Find(Page page, DocumentNumber? own, string? title, bool repeals, ReadBudget budget)
    {
        var finder = new CitationFinder(page, own, title is null ? "" : Compact(Fold.Text(title)), repeals);
        finder.Scan(budget);
        return [.. finder._entries.Select(e => new Citation(e.Title, e.Number, e.Repeals, e.Range))];
    }

    private void Scan(ReadBudget budget)
    {
        var folded = _page.Folded.AsSpan();
        for (var at = 0; at < folded.Length;)
        {
            budget.Spend();
            var next = folded[at..].IndexOfAny(Marks);
            if (next < 0)
                return;
            at += next;
            at = folded[at] == '《' ? ReadTitle(at) : ReadBareNumber(at);
        }
    }

    /// <summary>Reads the citation that begins at <paramref name="open"/>; where to go on.</summary>
    private int ReadTitle(int open)
    {
        var close = FindClose(open);
        if (close < 0)
            return open + 1;
        var range = TextRange.Between(open, close + 1);
        var folded = _page.Folded.AsSpan(open + 1, close - open - 1);
        var key = Compact(folded);
        if (_page.Folded.AsSpan(0, open).EndsWith("简称", StringComparison.Ordinal) || _page.Folded.AsSpan(0, open).EndsWith("下称", StringComparison.Ordinal))
        {
            _aliases.Add(key);
            return close + 1;
        }

        if (key.Length == 0 || ShortNames.Contains(key) || _aliases.Contains(key) || key[^1] == '报' || key == _ownTitle)
            return close + 1;
        var number = ReadNumberBehind(ref range);
        if (number is not null && IsOwn(number))
            return range.End;
        var entry = Enter(key, number, range);
        entry.Repeals |= _repeals && IsRepealed(open, range.End);
        return range.End;
    }

    private int FindClose(int open)
    {
        var text = _page.Text;
        int depth = 0, lineEnds = 0, first = -1;
        for (var i = open; i < Math.Min(text.Length, open + LongestTitle); i++)
        {
            switch (text[i])
            {
                case '《' or '〈':
                    depth++;
                    break;
                case '》' or '〉':
                    depth--;
                    first = first < 0 && text[i] == '》' ? i : first;
                    break;
                case '\n' when ++lineEnds > MostLineEnds:
                    return first;
            }

            if (depth == 0)
                return i;
        }

        return first;
    }

    /// <summary>（临法〔2023〕14号） behind a title; the range then ends with it.</summary>
    private DocumentNumber? ReadNumberBehind(ref TextRange range)
    {
        var folded = _page.Folded.AsSpan();
        var at = range.End;
        while (at < folded.Length && folded[at] == ' ')
            at++;
        var bracket = at < folded.Length && folded[at] is '(' or '[';
        var start = bracket ? at + 1 : at;
        var words = folded[start..Math.Min(folded.Length, start + 48)];
        if (DocumentNumberReader.Find(words) is not { } found || !words[..found.Range.Start].Trim(' ').IsEmpty)
            return null;
        var end = start + found.Range.End;
        if (bracket && end < folded.Length && folded[end] is ')' or ']')
            end++;
        range = TextRange.Between(range.Start, end);
        return Number(start, found);
    }

    private int ReadBareNumber(int end)
    {
        var lineStart = _page.Folded.AsSpan(0, end).LastIndexOf('\n') + 1;
        var start = Math.Max(lineStart, end - 48);
        if (DocumentNumberReader.ReadBefore(_page.Folded.AsSpan(start, Math.Min(_page.Folded.Length, end + 2) - start), end - start) is not { } found)
            return end + 1;
        var number = Number(start, found);
        if (IsOwn(number) || _entries.Exists(e => e.Number is { } seen && Same(seen, number)))
            return end + 1;
        var range = found.Range with { Start = start + found.Range.Start };
        Enter("", number, range).Repeals = _repeals && IsRepealed(range.Start, range.End);
        return end + 1;
    }

    private DocumentNumber Number(int offset, (TextRange Range, TextRange Code, int Year, int Number) found)
    {
        var range = found.Range with { Start = offset + found.Range.Start };
        var code = found.Code with { Start = offset + found.Code.Start };
        return new(_page.Printed(range), _page.Printed(code), found.Year, found.Number, range);
    }

    private bool IsOwn(DocumentNumber number) => _own is not null && Same(_own, number);

    private static bool Same(DocumentNumber a, DocumentNumber b) => a.Year == b.Year && a.Number == b.Number && a.IssuerCode == b.IssuerCode;

    /// <summary>The entry of this title and number: one without number is the same as one with it.</summary>
    private Entry Enter(string key, DocumentNumber? number, TextRange range)
    {
        if (!_byTitle.TryGetValue(key, out var sameTitle))
            _byTitle.Add(key, sameTitle = []);
        var known = sameTitle.Find(e => number is null || e.Number is null || Same(e.Number, number));
        if (known is not null && key.Length > 0)
        {
            known.Number ??= number;
            return known;
        }

        var title = key.Length == 0 ? "" : Printed(range.Start);
        var entry = new Entry(title, range) { Number = number };
        sameTitle.Add(entry);
        _entries.Add(entry);
        return entry;
    }

    private string Printed(int open)
    {
        var words = _page.Text.Substring(open + 1, FindClose(open) - open - 1);
        return words.Replace("\n", "", StringComparison.Ordinal).Trim();
    }

    /// <summary>…同时废止 behind the citation, other citations between; or 同时废止《…》.</summary>
    private bool IsRepealed(int start, int end)
    {
        foreach (var word in RepealsBefore)
        {
            if (_page.Folded.AsSpan(0, start).EndsWith(word, StringComparison.Ordinal))
                return true;
        }

        var rest = _page.Folded.AsSpan(end, Math.Min(_page.Folded.Length - end, LongestRepeal));
        var stop = rest.IndexOfAny('。', '\n');
        rest = stop < 0 ? rest : rest[..stop];
        foreach (var word in Repeals)
        {
            var at = rest.IndexOf(word, StringComparison.Ordinal);
            if (at >= 0 && IsShortOutsideBrackets(rest[..at]))
                return true;
        }

        return false;
    }

    private static bool IsShortOutsideBrackets(ReadOnlySpan<char> words)
    {
        int depth = 0, count = 0;
        foreach (var c in words)
        {
            depth += c is '《' or '(' or '[' ? 1 : 0;
            if (depth == 0 && (c is ',' or ';' || ++count > MostWordsBeforeRepeal))
                return false;
            depth -= c is '》' or ')' or ']' ? 1 : 0;
        }

        return true;
    }

    /// <summary>A folded title as it is compared: without blanks, line ends, inner 《》 and draft marks.</summary>
    private static string Compact(ReadOnlySpan<char> folded)
    {
        Span<char> kept = folded.Length <= 256 ? stackalloc char[folded.Length] : new char[folded.Length];
        var length = 0;
        foreach (var c in folded)
        {
            if (c is not (' ' or '\n' or '《' or '》'))
                kept[length++] = c;
        }

        return new(DraftMark.Strip(kept[..length]));
    }

    private sealed class Entry(string title, TextRange range)
    {
        public string Title { get; } = title;

        public TextRange Range { get; } = range;

        public DocumentNumber? Number { get; set; }

        public bool Repeals { get; set; }
    }
}
