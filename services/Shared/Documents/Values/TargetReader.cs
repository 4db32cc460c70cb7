using System.Buffers;
using Fazhi.Documents.Structure;

namespace Fazhi.Documents.Values;

/// <summary>
/// Finds the figures that a task must reach: 出庭率应达到100%, 每年举办2期以上, 2个工作日内. Figures that only say for whom or since when something holds
/// (200人以上的企业, 施行满1年, 近3年) and counted parts (7个领域) are none.
/// </summary>
internal static class TargetReader
{
    private const int MostBefore = 24;
    private const int NearBefore = 16;
    private const int MostAfter = 16;
    private const int PeriodWindow = 40;

    private const int MostSubjects = 40;
    private const int LargeHan = 20;

    private static readonly SearchValues<char> Boundaries = SearchValues.Create(",。;:、()“”《》[]\n!?");
    private static readonly string[] Durations = ["年", "个月", "日", "天", "周", "小时", "个小时", "分钟", "个季度", "工作日", "个工作日", "自然日", "个自然日"];
    private static readonly string[] Sizes = ["元", "美元", "分", "亩", "公顷", "米", "公里", "平方米", "平方公里", "立方米", "吨", "岁"];
    private static readonly string[] Parts = ["方面", "领域", "部分", "层面", "环节", "维度", "层级", "阶段", "版块", "板块", "类别", "重点", "关键", "区", "县", "市", "省", "主要"];
    private static readonly string[] Periods = ["每半年", "每季度", "每个季度", "每个月", "每月", "每两年", "每三年", "每五年", "每学期", "每周", "每年度", "每年", "任期内", "全年", "年均", "年内"];

    /// <summary>Adds the targets of a stretch of text.</summary>
    /// <param name="text">The text as printed.</param>
    /// <param name="folded">The same, folded.</param>
    /// <param name="range">The stretch: one paragraph.</param>
    /// <param name="quantities">A list to work with, to be used again for the next stretch.</param>
    /// <param name="found">Where to add the targets.</param>
    public static void Read(string text, ReadOnlySpan<char> folded, TextRange range, List<Quantity> quantities, List<Target> found)
    {
        quantities.Clear();
        QuantityReader.Read(folded, range, quantities);
        foreach (var quantity in quantities)
        {
            var period = FindPeriod(folded, range.Start, quantity);
            if (!IsTarget(folded, range, quantity, period.Length > 0))
                continue;
            var words = Words(folded, range, quantity);
            var printed = text.Substring(period.Start, period.Length);
            found.Add(new(text.Substring(words.Start, words.Length), quantity.Value, quantity.Comparator, quantity.Unit, printed, words));
        }
    }

    private static bool IsTarget(ReadOnlySpan<char> folded, TextRange range, in Quantity quantity, bool hasPeriod)
    {
        var after = folded[quantity.Range.End..range.End];
        var before = folded[range.Start..quantity.Range.Start];
        if (IsBelowOrAbove(after, quantity))
            return false;
        if (quantity.Unit is "%" or "‰")
            return true;
        if (IsRank(folded, range.Start, quantity))
            return false;
        if (quantity.Unit == "年" && !IsBounded(after, quantity))
            return false;
        if (quantity.Unit == "岁" || EndsWith(before, "每") || EndsWith(before, "每隔") || EndsWith(before, "满") || IsCondition(before, after, quantity, hasPeriod))
            return false;
        if (Array.IndexOf(Durations, quantity.Unit) >= 0)
            return quantity.Compared && quantity.Comparator != Comparator.Equal || before.EndsWith("至", StringComparison.Ordinal) || Shortens(folded, quantity);
        if (quantity.Compared)
            return true;
        if (quantity.Unit.Length == 0 && quantity.Value is > 0 and < 1)
            return true;
        if (quantity.Value == 1 && QuantityReader.IsOnceBy(folded, range.Start, quantity.Number.Start, quantity.Range.End, quantity.Unit))
            return true;
        var counts = !quantity.InHan || (quantity.Value >= LargeHan && quantity.Unit is not ("字" or "条" or "节"));
        return hasPeriod || (counts && !(quantity.Unit == "个" && StartsWithAny(after, Parts)));
    }

    // 进入全省前10名; in 12月底前10名 the words before say by when.
    private static bool IsRank(ReadOnlySpan<char> folded, int from, in Quantity quantity) =>
        quantity.Unit is "名" or "位" && quantity.Number.Start - 1 > from && folded[quantity.Number.Start - 1] == '前' && !"底末月日年旬度".Contains(folded[quantity.Number.Start - 2]);

    // 压缩至3个工作日
    private static bool Shortens(ReadOnlySpan<char> folded, in Quantity quantity) =>
        quantity.Compared && folded[quantity.Range.Start] is '压' or '缩' or '降';

    // 保存不少于2年; but not 5年以上的律师, 近3年
    private static bool IsBounded(ReadOnlySpan<char> after, in Quantity quantity) =>
        quantity.Comparator is Comparator.AtLeast or Comparator.AtMost && quantity.Range.Start < quantity.Number.Start && (after.IsEmpty || after[0] != '的');

    /// <summary>得分低于80分的单位, 超过30人的会议: for whom it holds.</summary>
    private static bool IsBelowOrAbove(ReadOnlySpan<char> after, in Quantity quantity) =>
        quantity.Comparator is Comparator.LessThan or Comparator.MoreThan && quantity.Range.Start < quantity.Number.Start && !after.IsEmpty && after[0] == '的';

    /// <summary>员工在200人以上的企业, 投资5000万元以上的项目: for whom it holds.</summary>
    private static bool IsCondition(ReadOnlySpan<char> before, ReadOnlySpan<char> after, in Quantity quantity, bool hasPeriod) =>
        quantity.Comparator is Comparator.AtLeast or Comparator.AtMost && quantity.Range.End > quantity.Number.End + quantity.Unit.Length && !hasPeriod
        && !after.IsEmpty && after[0] == '的' && (before.IsEmpty || Array.IndexOf(Sizes, quantity.Unit) >= 0 || "在对有满凡由具,。;、".Contains(before[^1]));

    /// <summary>The nearest words before the figure, in its sentence, that say how long it holds for.</summary>
    private static TextRange FindPeriod(ReadOnlySpan<char> folded, int from, in Quantity quantity)
    {
        var start = Math.Max(from, quantity.Number.Start - PeriodWindow);
        var window = folded[start..quantity.Number.Start];
        var stop = window.LastIndexOfAny('。', ';');
        if (stop >= 0)
        {
            start += stop + 1;
            window = window[(stop + 1)..];
        }

        if (window.IndexOfAny('每', '年', '任') < 0)
            return default;
        var best = default(TextRange);
        foreach (var word in Periods)
        {
            var at = window.LastIndexOf(word.AsSpan());
            if (at >= 0 && start + at + word.Length > best.End && !IsDated(window[(at + word.Length)..], word))
                best = new(start + at, word.Length);
        }

        return best.Length > 0 ? best : FindEvery(folded, start, window);
    }

    // 每年3月1日前: a date, not how often; 一年内: not 年内.
    private static bool IsDated(ReadOnlySpan<char> after, string word) =>
        word == "每年" && after.Length > 1 && (char.IsAsciiDigit(after[0]) || after[0] is '一' or '十') && after[..Math.Min(3, after.Length)].Contains('月');

    /// <summary>每隔2年, 每2年.</summary>
    private static TextRange FindEvery(ReadOnlySpan<char> folded, int start, ReadOnlySpan<char> window)
    {
        var at = window.LastIndexOf('每');
        if (at < 0)
            return default;
        var end = at + 1;
        if (end < window.Length && window[end] == '隔')
            end++;
        var number = end;
        while (end < window.Length && (char.IsAsciiDigit(window[end]) || NumberScanner.DigitOf(window[end]) > 0))
            end++;
        if (end == number || end >= window.Length || !MeasureWords.TryMatch(window, end, out var unit, out var length) || Array.IndexOf(Durations, unit) < 0)
            return default;
        return new(start + at, end + length - at);
    }

    /// <summary>The figure with what it measures: back to the beginning of its clause and, for what is counted, on to the end.</summary>
    private static TextRange Words(ReadOnlySpan<char> folded, TextRange range, in Quantity quantity)
    {
        var start = StartOfSubject(folded, range.Start, quantity.Range.Start, quantity.Number.Start);
        var end = quantity.Range.End;
        if (quantity.Unit is "%" or "‰" || Array.IndexOf(Durations, quantity.Unit) >= 0)
            return TextRange.Between(start, end);
        var after = folded[end..Math.Min(range.End, end + MostAfter + 1)];
        var boundary = after.IndexOfAny(Boundaries);
        if (boundary >= 0 || end + after.Length == range.End)
            end += boundary >= 0 ? boundary : after.Length;
        return TextRange.Between(start, end);
    }

    /// <summary>The beginning of the clause or, where that is far off, of its last noun (…的答复率).</summary>
    private static int StartOfSubject(ReadOnlySpan<char> folded, int from, int figure, int number)
    {
        var lower = Math.Max(from, figure - MostBefore);
        var window = folded[lower..figure];
        var stop = window.LastIndexOfAny(Boundaries);
        var start = lower + stop + 1;
        if (figure - start > NearBefore || (stop < 0 && lower > from))
        {
            var near = folded[Math.Max(start, figure - NearBefore)..figure];
            var particle = near.LastIndexOfAny('的', '等');
            if (particle >= 0 && particle < near.Length - 1)
                start = figure - near.Length + particle + 1;
            else if (particle < 0 && stop < 0 && lower > from)
                start = figure - near.Length;
        }

        if (start > from && folded[start - 1] == '、')
            start = StartOfList(folded, from, start, number);
        return SkipLeads(folded, start, figure);
    }

    /// <summary>审核率、备案率均达100%: the figure is that of all.</summary>
    private static int StartOfList(ReadOnlySpan<char> folded, int from, int start, int number)
    {
        if (folded[start..number].IndexOfAny('均', '都') < 0)
            return start;
        var lower = Math.Max(from, number - MostSubjects);
        for (var at = start; at > lower && folded[at - 1] == '、';)
        {
            var stop = folded[lower..(at - 1)].LastIndexOfAny(Boundaries);
            if (stop < 0 && lower > from)
                return start;
            start = at = lower + stop + 1;
        }

        return start;
    }

    /// <summary>二是案卷评查2次, 12月底前培训2次: the place in a list and the deadline are no part of the target.</summary>
    private static int SkipLeads(ReadOnlySpan<char> folded, int start, int figure)
    {
        for (var again = true; again;)
        {
            again = false;
            while (start < figure && folded[start] == ' ')
                start++;
            var words = folded[start..figure];
            var order = HanNumber.Measure(words);
            if (order > 0 && order + 1 < words.Length && words[order] is '是' or '要')
                (start, again) = (start + order + 1, true);
            else if (!words.IsEmpty && TimeScanner.TryRead(folded[..figure], start, start, null, default, out var time) && time is { HasPart: true, Every: false, Cycle: null } && time.End + 1 < figure && folded[time.End] == '前')
                (start, again) = (time.End + 1, true);
        }

        return start;
    }

    private static bool EndsWith(ReadOnlySpan<char> words, string word) => words.EndsWith(word, StringComparison.Ordinal);

    private static bool StartsWithAny(ReadOnlySpan<char> words, string[] any)
    {
        foreach (var word in any)
        {
            if (words.StartsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
