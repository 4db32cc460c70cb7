using System.Buffers;

namespace Fazhi.Documents.Values;

/// <summary>
/// Finds by when something is to be done. In running text only what says so counts (…前, 年内, 到…年, 6月完成, 每季度), not every date; in a field of its own (完成时限) every expression does.
/// 2025年前 is read as by the end of 2025, like 到2025年: plans say it of the last year of their period.
/// </summary>
/// <param name="text">The text as printed.</param>
/// <param name="folded">The same, folded.</param>
/// <param name="year">The year that 年底前 and 9月底前 mean; null where it is not known.</param>
internal sealed class DeadlineReader(string text, string folded, int? year)
{
    private const int LongestTitle = 120;
    private const int DoneWindow = 8;

    private static readonly SearchValues<char> Starts = SearchValues.Create("0123456789二〇每今本当明次来年上下第一三四五六七八九十任《“");
    private static readonly string[] Ends = ["之前", "以前", "前", "之内", "以内", "内"];
    private static readonly string[] Done = ["完成", "建成", "实现", "办结", "报送", "上报", "落实到位", "整改到位", "出台", "印发", "达到"];
    private static readonly string[] Making = ["制定", "制发", "印发", "出台", "发布", "颁布", "公布", "施行", "实施", "成立", "登记", "取得", "签订", "备案", "通过", "设立"];
    private static readonly SearchValues<string> Ongoing = SearchValues.Create(["长期", "持续", "常态", "全年", "经常", "贯穿", "长效", "日常", "不断", "随时", "始终", "坚持"], StringComparison.Ordinal);
    private static readonly SearchValues<string> Standing = SearchValues.Create(
        ["长期坚持", "长期推进", "长期实施", "长期执行", "长期落实", "长期开展", "持续推进", "持续开展", "常态化推进", "常态化开展", "常态化实施", "常态化坚持"], StringComparison.Ordinal);
    private static readonly SearchValues<char> Clauses = SearchValues.Create(",;。、:( )\n");
    private static readonly SearchValues<char> Separators = SearchValues.Create(",;。、 并且");

    /// <summary>Adds the deadlines of running text.</summary>
    public void ReadText(TextRange range, List<Deadline> found)
    {
        ReadTimes(range, found);
        ReadStanding(range, found);
    }

    /// <summary>A clause that says no more than 长期坚持 or ends its sentence with 常态化推进.</summary>
    private void ReadStanding(TextRange range, List<Deadline> found)
    {
        var words = folded.AsSpan(0, range.End);
        for (var at = range.Start; at < range.End;)
        {
            var next = words[at..].IndexOfAny(Standing);
            if (next < 0)
                return;
            at += next;
            var length = words[at..].StartsWith("常态化", StringComparison.Ordinal) ? 5 : 4;
            var end = Math.Min(at + length, range.End);
            var start = at > range.Start && words[at - 1] is '并' or '且' ? at - 1 : at;
            // 持续推进。 alone is a title.
            var begins = start == range.Start ? words[at] == '长' : Clauses.Contains(words[start - 1]);
            var ends = end == range.End || words[end] is '。' or ';' or ')' || (words[end] == ',' && words[at] == '长');
            if (begins && ends)
                found.Add(new(text[at..end], null, "ongoing", TextRange.Between(at, end)));
            at = end;
        }
    }

    /// <summary>2024.11.30前: such dates count only where the word behind them says by when.</summary>
    private static bool TryReadShortBefore(ReadOnlySpan<char> words, int from, int at, out TimeWords time)
    {
        time = default;
        return (at == from || !char.IsAsciiLetterOrDigit(words[at - 1])) && TryReadShort(words, at, out time) && EndOf(words, time.End) > time.End;
    }

    private void ReadTimes(TextRange range, List<Deadline> found)
    {
        var words = folded.AsSpan(0, range.End);
        TimeWords before = default, leading = default;
        var pending = new List<TimeWords>();
        for (var at = range.Start; at < words.Length;)
        {
            var next = words[at..].IndexOfAny(Starts);
            if (next < 0)
                return;
            at += next;
            if (words[at] == '《')
            {
                at = SkipTitle(words, at);
                continue;
            }

            if (IsTerm(words, at))
            {
                found.Add(Make(at, at + 3, default));
                at += 3;
                continue;
            }

            if (before.Length > 0 && !IsJoined(words, before.End, at))
            {
                pending.Clear();
                before = default;
            }

            if (!TimeScanner.TryRead(words, range.Start, at, year, before, out var time) && !TryReadShortBefore(words, range.Start, at, out time))
            {
                at++;
                continue;
            }

            if (leading.Length > 0 && words[leading.End..at].IndexOfAny('。', ';') >= 0)
                leading = default;
            time = Inherit(time, leading);
            pending.Add(time);
            if (IsDeadline(words, range.Start, time, out var start, out at))
            {
                Flush(pending, start, at, found);
                if ((time.HasYear || time.Every) && time.HasPart)
                    leading = time;
            }

            before = time with { Length = at - time.Start };
        }
    }

    /// <summary>Adds what a field of its own says (完成时限): dates, recurrences, 长期坚持; any other words are kept without date.</summary>
    public void ReadField(TextRange range, List<Deadline> found)
    {
        var count = found.Count;
        for (var at = range.Start; at < range.End;)
        {
            var length = folded.AsSpan(at, range.End - at).IndexOfAny(Separators);
            var end = length < 0 ? range.End : at + length;
            // 2024 年 6 月, 6月、12月底前: not parts of their own.
            while (length >= 0 && !EndsPart(range, at, end))
            {
                length = folded.AsSpan(end + 1, range.End - end - 1).IndexOfAny(Separators);
                end = length < 0 ? range.End : end + 1 + length;
            }

            ReadPart(TextRange.Between(at, end), found);
            at = end + 1;
        }

        if (found.Count == count && range.Length > 0)
            found.Add(new(text.Substring(range.Start, range.Length), null, "", range));
    }

    private bool EndsPart(TextRange range, int start, int at) =>
        folded[at] switch
        {
            ' ' => at > start && at + 1 < range.End && !char.IsAsciiDigit(folded[at + 1]) && !char.IsAsciiDigit(folded[at - 1]) && folded[at + 1] is not ('年' or '月' or '日' or '底' or '前'),
            '且' => false,
            _ => true,
        };

    private void ReadPart(TextRange part, List<Deadline> found)
    {
        var words = folded.AsSpan(part.Start, part.Length);
        if (words.ContainsAny(Ongoing))
        {
            found.Add(new(text.Substring(part.Start, part.Length), null, "ongoing", part));
            return;
        }

        var upTo = folded.AsSpan(0, part.End);
        TimeWords last = default;
        for (var at = part.Start; at < part.End; at++)
        {
            if (IsTerm(upTo, at))
            {
                found.Add(Make(at, at + 3, default));
                return;
            }

            if (!TimeScanner.TryRead(upTo, part.Start, at, year, last, out var time) && !TryReadShort(upTo, at, out time))
                continue;
            // 2024年1月至6月: the last day counts.
            last = last.Length > 0 ? time with { Start = last.Start, Length = time.End - last.Start } : time;
            at = last.End - 1;
        }

        if (last.Length > 0)
            found.Add(Make(last.Start, EndOf(upTo, last.End), last));
        else if (CycleOf(words) is { } cycle)
            found.Add(new(text.Substring(part.Start, part.Length), null, cycle, part));
    }

    /// <summary>2024.12, 2024-12-31, 2024/6/30.</summary>
    private static bool TryReadShort(ReadOnlySpan<char> words, int at, out TimeWords time)
    {
        time = default;
        if (at + 6 > words.Length || !char.IsAsciiDigit(words[at]))
            return false;
        var date = Metadata.DateReader.ReadSound(words[at..], out var used);
        if (date is { } sound)
        {
            time = new() { Start = at, Length = used, Year = sound.Year, Month = sound.Month, Day = sound.Day, HasYear = true, HasPart = true };
            return true;
        }

        var digits = at + 5;
        while (digits < words.Length && digits < at + 7 && char.IsAsciiDigit(words[digits]))
            digits++;
        if (words[at + 4] is not ('.' or '-' or '/') || !int.TryParse(words.Slice(at, 4), out var year) || year is < 1990 or > 2099 || !int.TryParse(words[(at + 5)..digits], out var month) || month is < 1 or > 12)
            return false;
        time = new() { Start = at, Length = digits - at, Year = year, Month = month, Day = DateTime.DaysInMonth(2023, month), HasYear = true, HasPart = true };
        return true;
    }

    private static string? CycleOf(ReadOnlySpan<char> words) =>
        words.Contains("半年", StringComparison.Ordinal) ? "half-yearly"
        : words.Contains("季", StringComparison.Ordinal) ? "quarterly"
        : words.Contains("每月", StringComparison.Ordinal) || words.Contains("按月", StringComparison.Ordinal) ? "monthly"
        : null;

    /// <summary>每年3月1日前报告,4月1日前公开: a day of the same sentence without a year is of the same year, or of every year.</summary>
    private static TimeWords Inherit(TimeWords time, TimeWords leading)
    {
        var bare = leading.Length > 0 && time is { HasPart: true, HasYear: false, Every: false, Cycle: null };
        if (!bare || (leading.Every && !time.HasMonth))
            return time;
        return time with { Every = leading.Every, Year = leading.Year };
    }

    private static bool IsTerm(ReadOnlySpan<char> words, int at) => words[at] == '任' && words[at..].StartsWith("任期内", StringComparison.Ordinal);

    private static bool IsJoined(ReadOnlySpan<char> words, int from, int to) => to - from == 1 && words[from] is '、' or '和' or '及' or '与';

    private static int SkipTitle(ReadOnlySpan<char> words, int at)
    {
        var length = words.Slice(at, Math.Min(LongestTitle, words.Length - at)).IndexOf('》');
        return at + (length < 0 ? 1 : length + 1);
    }

    /// <summary>Whether the words around a time make it a deadline, and where these begin and end.</summary>
    private static bool IsDeadline(ReadOnlySpan<char> words, int from, TimeWords time, out int start, out int end)
    {
        start = time.Start;
        end = EndOf(words, time.End);
        var rest = words[end..];
        if (time.Cycle is not null)
            return true;
        if (end > time.End && words[end - 1] == '前')
        {
            if (!rest.IsEmpty && rest[0] == '后')
                end++;
            TakePreposition(words, from, ref start);
            return !IsOfThePast(rest);
        }

        if (end > time.End || (time.HasPart && words[time.End - 1] == '内'))
            return true;
        if (time.Every)
            return time.HasPart;
        if (start > from && words[start - 1] is '到' && time.HasYear)
        {
            TakePreposition(words, from, ref start);
            return start - 1 < from || words[start - 1] is not ('为' or '从');
        }

        return IsDoneSoon(rest, time.HasPart ? DoneWindow : 2) || TimeOfWork.IsGiven(words, from, start, end);
    }

    private static void TakePreposition(ReadOnlySpan<char> words, int from, ref int start)
    {
        if (start > from && words[start - 1] == '到')
            start--;
    }

    private static int EndOf(ReadOnlySpan<char> words, int end)
    {
        foreach (var word in Ends)
        {
            if (words[end..].StartsWith(word, StringComparison.Ordinal))
                return end + word.Length;
        }

        return end;
    }

    /// <summary>2023年底前制定的规范性文件, 2020年以前的: which things, not by when.</summary>
    private static bool IsOfThePast(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty)
            return false;
        if (rest[0] is '的')
            return true;
        var at = rest[0] is '已' ? 1 : 0;
        for (var again = true; again;)
        {
            again = false;
            foreach (var verb in Making)
            {
                if (!rest[at..].StartsWith(verb, StringComparison.Ordinal))
                    continue;
                at += verb.Length;
                again = true;
                break;
            }
        }

        return at > 0 && at < rest.Length && rest[at] == '的';
    }

    private static bool IsDoneSoon(ReadOnlySpan<char> rest, int window)
    {
        var near = rest[..Math.Min(rest.Length, window + 4)];
        var stop = near.IndexOfAny(",。;、");
        if (stop >= 0)
            near = near[..stop];
        foreach (var word in Done)
        {
            var at = near.IndexOf(word, StringComparison.Ordinal);
            if (at >= 0 && at <= window)
                return at + word.Length >= rest.Length || rest[at + word.Length] != '的';
        }

        return false;
    }

    private void Flush(List<TimeWords> pending, int start, int end, List<Deadline> found)
    {
        for (var i = 0; i < pending.Count - 1; i++)
            found.Add(Make(pending[i].Start, pending[i].End, pending[i]));
        found.Add(Make(start, end, pending[^1]));
        pending.Clear();
    }

    private Deadline Make(int start, int end, TimeWords time) =>
        new(text[start..end], time.Length == 0 ? null : time.Date, time.Length == 0 ? "" : time.Recurrence, TextRange.Between(start, end));
}
