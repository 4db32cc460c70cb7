using System.Buffers;

namespace Fazhi.Documents.Values;

/// <summary>
/// Finds the figures of a text in one pass. What only looks like a figure is left out: dates, ordinals (第3次), numbers of documents and telephones,
/// names in short quotation marks (“139”工作模式) and in 《》, 5+2, and numbers that count nothing.
/// </summary>
internal static class QuantityReader
{
    private const int LongestName = 24;
    private const int LongestTitle = 120;
    private const int EachWindow = 12;
    private const int RatioPlaces = 6;
    // 成员, 成立, 成果 …
    private const string AfterOtherWords = "员立果效本功为人年长就绩交都型品";
    private const decimal FirstYear = 1900;
    private const decimal LastYear = 2100;

    private static readonly SearchValues<char> Starts = SearchValues.Create("0123456789一二三四五六七八九十百千万亿两“《「");

    // 三项制度, 两个维护, 五位一体: names.
    private static readonly string[] NameTails = ["制度", "意识", "自信", "维护", "确立", "一律", "一体", "区分", "全面", "代表", "班子", "文明", "一", "统一", "大局", "重大", "环节", "务必"];

    /// <summary>Adds the figures of a stretch of text to <paramref name="found"/>, in order; a range (5-7支) gives both its ends.</summary>
    /// <param name="folded">The whole folded text.</param>
    /// <param name="range">The stretch to read.</param>
    /// <param name="found">Where to add them.</param>
    public static void Read(ReadOnlySpan<char> folded, TextRange range, List<Quantity> found)
    {
        var text = folded[..range.End];
        var at = range.Start;
        while (at < text.Length)
        {
            var next = text[at..].IndexOfAny(Starts);
            if (next < 0)
                return;
            at += next;
            at = text[at] switch
            {
                '“' => SkipTo(text, at, '”', LongestName),
                '「' => SkipTo(text, at, '」', LongestName),
                '《' => SkipTo(text, at, '》', LongestTitle),
                _ => ReadAt(text, range.Start, at, found),
            };
        }
    }

    private static int SkipTo(ReadOnlySpan<char> text, int at, char close, int longest)
    {
        var length = text.Slice(at, Math.Min(longest, text.Length - at)).IndexOf(close);
        return at + (length < 0 ? 1 : length + 1);
    }

    /// <summary>Reads the figure at <paramref name="at"/>; gives where to go on, past the number in any case.</summary>
    private static int ReadAt(ReadOnlySpan<char> text, int from, int at, List<Quantity> found)
    {
        if (!TryReadFigure(text, at, out var first))
            return first.NumberEnd;
        if (IsPartOfName(text, from, first))
            return first.NumberEnd;
        if (TryReadUpper(text, first, out var upper))
        {
            if (!IsDate(text, from, upper))
                AddRange(text, from, first, upper, found);
            return upper.End;
        }

        if (IsDate(text, from, first) || !Counts(text, from, first, out var quantity))
            return first.NumberEnd;
        found.Add(quantity);
        return quantity.Range.End;
    }

    private static bool TryReadFigure(ReadOnlySpan<char> text, int at, out Figure figure)
    {
        figure = new Figure { Start = at, InHan = !char.IsAsciiDigit(text[at]) };
        bool sound, open = false, bare = false;
        decimal value;
        int end;
        if (figure.InHan)
            sound = TryReadPart(text, at, out value, out end, out figure.Unit) || NumberScanner.TryReadHan(text, at, out value, out end, out bare);
        else
            sound = NumberScanner.TryReadArabic(text, at, out value, out end, out open);
        figure.NumberEnd = figure.End = end;
        if (!sound)
            return false;
        (figure.Value, figure.Bare, figure.Open) = (value, bare, open);
        if (figure.Unit.Length > 0)
            return true;
        if (TryReadRatio(text, ref figure))
            return true;
        ReadUnit(text, ref figure);
        return true;
    }

    /// <summary>百分之九十, 百分之90.5, 千分之三.</summary>
    private static bool TryReadPart(ReadOnlySpan<char> text, int at, out decimal value, out int end, out string unit)
    {
        (value, end, unit) = (0, at, "");
        if (text.Length - at < 4 || text[at] is not ('百' or '千') || text[at + 1] != '分' || text[at + 2] != '之')
            return false;
        var start = at + 3;
        if (char.IsAsciiDigit(text[start]) ? !NumberScanner.TryReadArabic(text, start, out value, out end, out _) : !NumberScanner.TryReadHan(text, start, out value, out end, out _))
            return false;
        if (end + 1 < text.Length && text[end] == '点')
            ReadHanDecimals(text, ref value, ref end);
        unit = text[at] == '百' ? "%" : "‰";
        return true;
    }

    private static void ReadHanDecimals(ReadOnlySpan<char> text, ref decimal value, ref int end)
    {
        var place = 0.1m;
        var i = end + 1;
        for (; i < text.Length && NumberScanner.DigitOf(text[i]) is var digit and >= 0 && place > 0.00001m; i++, place /= 10)
            value += digit * place;
        if (i > end + 1)
            end = i;
    }

    /// <summary>三分之二, 1/3.</summary>
    private static bool TryReadRatio(ReadOnlySpan<char> text, ref Figure figure)
    {
        var end = figure.NumberEnd;
        if (figure.Value == 0 || figure.Value > 1000 || end + 1 >= text.Length)
            return false;
        decimal other;
        int next;
        if (text[end] == '分' && text[end + 1] == '之' && end + 2 < text.Length)
        {
            if (char.IsAsciiDigit(text[end + 2]) ? !NumberScanner.TryReadArabic(text, end + 2, out other, out next, out _) : !NumberScanner.TryReadHan(text, end + 2, out other, out next, out _))
                return false;
            figure.Value = Math.Round(other / figure.Value, RatioPlaces);
        }
        else if (text[end] == '/' && char.IsAsciiDigit(text[end + 1]))
        {
            if (!NumberScanner.TryReadArabic(text, end + 1, out other, out next, out _) || other <= figure.Value || other > 1000 || (next < text.Length && text[next] == '/'))
                return false;
            figure.Value = Math.Round(figure.Value / other, RatioPlaces);
        }
        else
        {
            return false;
        }

        (figure.NumberEnd, figure.End, figure.IsRatio) = (next, next, true);
        return true;
    }

    private static void ReadUnit(ReadOnlySpan<char> text, ref Figure figure)
    {
        var at = figure.NumberEnd;
        // 620 余期
        if (at + 1 < text.Length && text[at] == ' ' && text[at + 1] is '余' or '多')
            at++;
        if (at < text.Length && text[at] is '余' or '多' or '来' or '+')
        {
            // 100+件, but not 5+2 and not 互联网+
            if (MeasureWords.TryMatch(text, at + 1, out figure.Unit, out var length))
                (figure.Open, figure.End) = (true, at + 1 + length);
            return;
        }

        while (at < text.Length && text[at] == ' ' && at - figure.NumberEnd < 2)
            at++;
        if (!MeasureWords.TryMatch(text, at, out figure.Unit, out var width))
            return;
        figure.End = at + width;
        if (figure.Unit == "成")
            ReadTenths(text, ref figure);
    }

    /// <summary>九成 is 90%; 三成员单位 is no figure of tenths.</summary>
    private static void ReadTenths(ReadOnlySpan<char> text, ref Figure figure)
    {
        if (figure.Value > 10 || (figure.End < text.Length && AfterOtherWords.Contains(text[figure.End])))
            (figure.Unit, figure.End) = ("", figure.NumberEnd);
        else
            (figure.Value, figure.Unit) = (figure.Value * 10, "%");
    }

    /// <summary>5-7支, 10%至20%: the upper end.</summary>
    private static bool TryReadUpper(ReadOnlySpan<char> text, in Figure first, out Figure upper)
    {
        upper = default;
        var at = first.End;
        while (at < text.Length && text[at] is '-' or '~' or '至' or '到' && at - first.End < 2)
            at++;
        if (at == first.End || at >= text.Length || first.IsRatio || !IsNumeral(text[at]) || !TryReadFigure(text, at, out upper))
            return false;
        return upper.Unit.Length > 0 && upper.Value > first.Value && (first.Unit.Length == 0 || first.Unit == upper.Unit) && first.InHan == upper.InHan;
    }

    private static void AddRange(ReadOnlySpan<char> text, int from, in Figure first, in Figure upper, List<Quantity> found)
    {
        // 3-5万件: the multiplier goes for both.
        var factor = first.Unit.Length == 0 && upper.Value >= 10000 && first.Value < 1000 ? MultiplierOf(text, upper) : 1;
        ComparatorWords.TryReadBefore(text[from..], first.Start - from, false, out var start, out _);
        var whole = TextRange.Between(from + start, upper.End);
        found.Add(new(first.Value * factor, Comparator.AtLeast, true, upper.Unit, first.InHan, TextRange.Between(first.Start, first.NumberEnd), whole));
        found.Add(new(upper.Value, Comparator.AtMost, true, upper.Unit, upper.InHan, TextRange.Between(upper.Start, upper.NumberEnd), whole));
    }

    private static decimal MultiplierOf(ReadOnlySpan<char> text, in Figure figure) => text[figure.NumberEnd - 1] switch { '万' => 1_0000, '亿' => 1_0000_0000, _ => 1 };

    /// <summary>第3次, A4, 5G, 5+2, 7×24, 12·4, 9:30, 0519-856: never a figure.</summary>
    private static bool IsPartOfName(ReadOnlySpan<char> text, int from, in Figure figure)
    {
        var previous = figure.Start > from ? text[figure.Start - 1] : '\0';
        if (previous is '第' or '+' or '×' or '·' or '"' or '№' || char.IsAsciiLetter(previous))
            return true;
        if (previous is '-' or ':' or '.' or '/' && figure.Start - 1 > from && char.IsAsciiLetterOrDigit(text[figure.Start - 2]))
            return true;
        var next = figure.NumberEnd < text.Length ? text[figure.NumberEnd] : '\0';
        if (next is '×' or '·' or '"' || (figure.Unit.Length == 0 && char.IsAsciiLetter(next)) || (next == '+' && figure.Unit.Length == 0))
            return true;
        if (next is ':' or '.' && figure.NumberEnd + 1 < text.Length && char.IsAsciiDigit(text[figure.NumberEnd + 1]))
            return true;
        if (text[figure.Start] == '0' && figure.NumberEnd - figure.Start > 1 && text[figure.Start + 1] != '.')
            return true;
        return figure.InHan && IsHanName(text, from, figure, previous);
    }

    private static bool IsHanName(ReadOnlySpan<char> text, int from, in Figure figure, char previous)
    {
        // 每万人, 逐一件, 二〇二四
        if (previous is '每' or '数' or '几' or '逐' or '统' or '步' || (figure.Start > from && (NumberScanner.DigitOf(previous) >= 0 || char.IsAsciiDigit(previous))))
            return !(previous == '每' && figure.Unit == "年");
        if (figure.End >= text.Length || figure.Value > 10 || figure.Unit is not ("个" or "项" or "位" or "套"))
            return false;
        var after = text[figure.End..];
        foreach (var tail in NameTails)
        {
            if (after.StartsWith(tail, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsDate(ReadOnlySpan<char> text, int from, in Figure figure)
    {
        var previous = figure.Start > from ? text[figure.Start - 1] : '\0';
        return figure.Unit switch
        {
            "年" => figure.Value is >= FirstYear and <= LastYear,
            "日" => previous is '月' || (figure.End < text.Length && text[figure.End] == '前'),
            "分" => previous is '时' or '点',
            _ => false,
        };
    }

    /// <summary>The figure with how it is meant; false when it counts nothing.</summary>
    private static bool Counts(ReadOnlySpan<char> text, int from, in Figure figure, out Quantity quantity)
    {
        var compared = ComparatorWords.TryReadBefore(text[from..], figure.Start - from, figure.Bare, out var start, out var meaning);
        start += from;
        if (!compared && ComparatorWords.TryReadAbove(text[from..], figure.Start - from, out var above, out meaning))
            (compared, start) = (true, from + above);
        // 近三年, 超三年: how long, not how many.
        if (compared && figure.Unit == "年" && meaning == Comparator.About)
            (compared, start, meaning) = (false, figure.Start, Comparator.Equal);
        if (figure.Open)
            (compared, meaning) = (true, meaning == Comparator.Equal ? Comparator.MoreThan : meaning);
        if (ComparatorWords.TryReadAfter(text, figure.End, out var end, out var after))
            (compared, meaning) = (true, meaning == Comparator.Equal ? after : meaning);
        quantity = new(figure.Value, meaning, compared, figure.Unit, figure.InHan, TextRange.Between(figure.Start, figure.NumberEnd), TextRange.Between(start, end));
        if (figure.IsRatio)
            return true;
        if (figure.Unit.Length == 0)
            return (compared || IsNone(text, from, figure)) && !figure.InHan;
        if (!figure.InHan || compared)
            return true;
        // 一支队伍, 百家, 十分: articles and words.
        if (figure.Bare || (figure.Unit == "分" && figure.Value == 10))
            return false;
        return figure.Value != 1 || text[Math.Max(from, figure.Start - EachWindow)..figure.Start].Contains('每') || IsOnceBy(text, from, figure.Start, figure.End, figure.Unit);
    }

    /// <summary>10月底前开展一次: one time counts where it says by when; 一次性, and 每年10月底前开展一次, which says how often, do not.</summary>
    public static bool IsOnceBy(ReadOnlySpan<char> text, int from, int start, int end, string unit)
    {
        if (unit is not ("次" or "轮" or "场" or "遍") || (end < text.Length && text[end] == '性'))
            return false;
        var before = text[Math.Max(from, start - EachWindow)..start];
        var at = before.LastIndexOf('前');
        return at > 0 && !before.Contains('每') && before[at - 1] is '底' or '末' or '月' or '日' or '旬' or '度' && !before[at..].ContainsAny("。;,");
    }

    /// <summary>错案为0.</summary>
    private static bool IsNone(ReadOnlySpan<char> text, int from, in Figure figure) =>
        figure.Value == 0 && figure.Start > from && text[figure.Start - 1] == '为' && (figure.End >= text.Length || ",。;、)” \n".Contains(text[figure.End]));

    private static bool IsNumeral(char c) => char.IsAsciiDigit(c) || NumberScanner.DigitOf(c) > 0 || c is '十' or '百' or '千' or '万';

    private struct Figure
    {
        public Figure()
        {
        }

        public int Start = 0;
        public int NumberEnd = 0;
        public int End = 0;
        public decimal Value = 0;
        public string Unit = "";
        public bool InHan = false;
        public bool Open = false;
        public bool Bare = false;
        public bool IsRatio = false;
    }
}
