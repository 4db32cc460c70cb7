using Fazhi.Catalogues;
using Fazhi.Documents.Layout;

namespace Fazhi.Documents.Metadata;

/// <summary>Finds the year or years of a document: in the title (first outside 《》, then in it), then in the text.</summary>
internal static class PeriodFinder
{
    private const int FirstYear = 1990;
    private const int LastYear = 2099;
    private const int TextWindow = 4000;
    private const int LongestSpan = 20;

    // The twelfth five-year plan is of 2011 to 2015.
    private const int FirstOfTwelfth = 2011;

    public static Period? Find(Page page, TitleCandidate? title, DocumentType type, PlanKind? kind, IReadOnlyList<DateMention> dates, int preambleEnd)
    {
        if (title is not null && FromTitle(page, title) is { } period)
            return period;
        if (type == DocumentType.Report)
            return OfReportText(page, dates);
        if (kind is PlanKind.KeyPoints or PlanKind.Other && OfYearlyPlan(page, preambleEnd) is { } year)
            return year;
        return OfPlanText(page) ?? (kind == PlanKind.KeyPoints ? OfSignature(dates) : null);
    }

    private static Period? FromTitle(Page page, TitleCandidate title)
    {
        var folded = title.Range is { } range ? page.FoldedAt(range) : Fold.Text(title.Text).AsSpan();
        var start = title.Range?.Start ?? 0;
        var found = Search(folded, start, outsideQuotes: true) ?? OfFiveYears(folded, start) ?? Search(folded, start, outsideQuotes: false);
        return title.Range is null && found is not null ? found with { Range = null } : found;
    }

    private static Period? Search(ReadOnlySpan<char> words, int offset, bool outsideQuotes)
    {
        var depth = 0;
        for (var i = 0; i + 4 <= words.Length; i++)
        {
            depth += words[i] switch { '《' => 1, '》' => -1, _ => 0 };
            if (outsideQuotes && depth > 0)
                continue;
            if (ReadAt(words, i) is { } years)
                return new(years.Start, years.End, new(offset + i, years.Length));
        }

        return null;
    }

    /// <summary>“十四五”: the years of a five-year plan; the fourteenth is 2021 to 2025.</summary>
    private static Period? OfFiveYears(ReadOnlySpan<char> words, int offset)
    {
        for (var i = 0; i + 3 <= words.Length; i++)
        {
            var number = words[i] == '十' && words[i + 2] == '五' ? "一二三四五六七八九".IndexOf(words[i + 1]) + 1 : 0;
            if (number > 0)
                return new(FirstOfTwelfth + ((number - 2) * 5), FirstOfTwelfth + ((number - 2) * 5) + 4, new(offset + i, 3));
        }

        return null;
    }

    /// <summary>2023年, 2023 before a word, 2021-2025年, 2021年至2025年.</summary>
    private static (int Start, int End, int Length)? ReadAt(ReadOnlySpan<char> words, int at)
    {
        if (ReadYear(words, at) is not { } start || (at > 0 && char.IsAsciiDigit(words[at - 1])))
            return null;
        var next = at + 4;
        if (next < words.Length && words[next] == '年')
            next++;
        var dash = next;
        while (dash < words.Length && words[dash] is '-' or '至' or '~' or ' ')
            dash++;
        if (dash == next || ReadYear(words, dash) is not { } end || end < start || end - start > LongestSpan)
            return (start, start, next - at);
        next = dash + 4;
        return (start, end, (next < words.Length && words[next] == '年' ? next + 1 : next) - at);
    }

    private static int? ReadYear(ReadOnlySpan<char> words, int at)
    {
        if (at + 4 > words.Length || (at + 4 < words.Length && char.IsAsciiDigit(words[at + 4])))
            return null;
        var year = 0;
        foreach (var c in words.Slice(at, 4))
        {
            var digit = char.IsAsciiDigit(c) ? c - '0' : "〇一二三四五六七八九".IndexOf(c);
            if (digit < 0)
                return null;
            year = (year * 10) + digit;
        }

        return year is >= FirstYear and <= LastYear ? year : null;
    }

    /// <summary>The year that the first paragraphs name first, else the year before a date in the first months.</summary>
    private static Period? OfReportText(Page page, IReadOnlyList<DateMention> dates)
    {
        var head = page.Folded.AsSpan(0, Math.Min(page.Folded.Length, TextWindow));
        var depth = 0;
        for (var i = 0; i + 5 <= head.Length; i++)
        {
            depth += head[i] switch { '《' or '(' => 1, '》' or ')' when depth > 0 => -1, _ => 0 };
            if (depth == 0 && ReadYear(head, i) is { } year && head[i + 4] is '年' or ',' && !(i + 5 < head.Length && char.IsAsciiDigit(head[i + 5])))
                return new(year, year, new(i, head[i + 4] == '年' ? 5 : 4));
        }

        if (dates.FirstOrDefault(d => d.Role == DateRole.Signed) is not { } date)
            return null;
        var signed = date.Readings[0];
        var of = signed.Month <= 4 ? signed.Year - 1 : signed.Year;
        return new(of, of, date.Range);
    }

    /// <summary>A yearly plan is signed in its year, or in the last month before it.</summary>
    private static Period? OfSignature(IReadOnlyList<DateMention> dates)
    {
        if (dates.FirstOrDefault(d => d.Role == DateRole.Signed && !d.Ambiguous) is not { } date)
            return null;
        var year = date.Readings[0].Month == 12 ? date.Readings[0].Year + 1 : date.Readings[0].Year;
        return new(year, year, date.Range);
    }

    /// <summary>The first year that the words before the first heading name as a year: not as a date, a beginning or in the name of another document.</summary>
    private static Period? OfYearlyPlan(Page page, int preambleEnd)
    {
        var preamble = page.Folded.AsSpan(0, Math.Min(preambleEnd, TextWindow));
        var depth = 0;
        for (var i = 0; i + 6 <= preamble.Length; i++)
        {
            depth += preamble[i] switch { '《' or '(' => 1, '》' or ')' => -1, _ => 0 };
            if (depth > 0 || ReadAt(preamble, i) is not { Length: 5 } years || years.End > years.Start || (i > 0 && char.IsAsciiDigit(preamble[i - 1])))
                continue;
            var after = preamble[(i + 5)..];
            if (!char.IsAsciiDigit(after[0]) && !after.StartsWith("以来", StringComparison.Ordinal) && !after.StartsWith("底", StringComparison.Ordinal))
                return new(years.Start, years.Start, new(i, 5));
        }

        return null;
    }

    /// <summary>The years in the name of the outline that the plan carries out.</summary>
    private static Period? OfPlanText(Page page)
    {
        var head = page.Folded.AsSpan(0, Math.Min(page.Folded.Length, TextWindow));
        for (var i = 0; i + 9 <= head.Length; i++)
        {
            if (ReadAt(head, i) is { } years && years.End > years.Start)
                return new(years.Start, years.End, new(i, years.Length));
        }

        return null;
    }
}
