using System.Buffers;
using System.Collections.Immutable;
using Fazhi.Documents.Layout;
using Fazhi.Documents.Structure;

namespace Fazhi.Documents.Metadata;

/// <summary>
/// Finds until when and how comments on a draft can be sent, in what stands before the draft and behind it: 于2016年7月21日前, 2024年3月1日至3月30日, 自发布之日起30日内.
/// </summary>
internal sealed class ConsultationFinder
{
    private const int LongestLine = 1000;
    private const int LongestPerson = 20;

    private static readonly SearchValues<string> PeriodWords = SearchValues.Create(["意见", "征集", "公示", "反馈", "截止", "截至", "期限"], StringComparison.Ordinal);

    private static readonly (string Name, ContactKind Kind)[] ContactNames =
    [
        ("联系人及联系电话", ContactKind.Person), ("联系人及电话", ContactKind.Person), ("联系人", ContactKind.Person), ("联系电话", ContactKind.Telephone), ("咨询电话", ContactKind.Telephone),
        ("电话", ContactKind.Telephone), ("传真号码", ContactKind.Fax), ("传真", ContactKind.Fax), ("电子邮箱", ContactKind.Email), ("电子邮件", ContactKind.Email), ("电子信箱", ContactKind.Email),
        ("邮箱", ContactKind.Email), ("Email", ContactKind.Email), ("E-mail", ContactKind.Email), ("通信地址", ContactKind.Address), ("通讯地址", ContactKind.Address), ("联系地址", ContactKind.Address),
        ("邮寄地址", ContactKind.Address), ("来信地址", ContactKind.Address), ("地址", ContactKind.Address), ("信函", ContactKind.Address), ("邮政编码", ContactKind.PostalCode), ("邮编", ContactKind.PostalCode), ("网址", ContactKind.Website),
    ];

    private static readonly SearchValues<string> AnyContact = SearchValues.Create([.. ContactNames.Select(n => n.Name)], StringComparison.OrdinalIgnoreCase);

    private readonly Page _page;
    private readonly IReadOnlyList<DateMention> _known;
    private readonly List<Contact> _contacts = [];
    private DateMention? _start;
    private DateMention? _end;

    private ConsultationFinder(Page page, IReadOnlyList<DateMention> known)
    {
        _page = page;
        _known = known;
        _start = known.FirstOrDefault(d => d.Role == DateRole.ConsultationStart);
        _end = known.FirstOrDefault(d => d.Role == DateRole.ConsultationEnd);
    }

    /// <summary>The consultation of a draft; null where nothing is said of one.</summary>
    public static Consultation? Find(LineFacts facts, TitleCandidate? title, IReadOnlyList<DateMention> known)
    {
        var finder = new ConsultationFinder(facts.Page, known);
        var lastLabelled = Array.FindLastIndex(facts.Labels, l => l is not null);
        for (var i = 0; i < facts.Count; i++)
        {
            // The draft itself speaks of other consultations.
            if ((i < Math.Max(title?.FirstLine ?? 0, facts.FirstLabelled) || i > lastLabelled) && facts.Page.Lines[i].Length <= LongestLine)
                finder.Read(facts.Page.Lines[i]);
        }

        return finder._start is null && finder._end is null && finder._contacts.Count == 0 ? null : new(finder._start, finder._end, [.. finder._contacts]);
    }

    private void Read(Line line)
    {
        var words = _page.Folded.AsSpan(line.Start, line.Length);
        if (_end is null && words.IndexOfAny(PeriodWords) >= 0)
            ReadPeriod(words, line.Start);
        ReadContacts(words, line.Start);
    }

    private void ReadPeriod(ReadOnlySpan<char> words, int offset)
    {
        DateOnly? previous = null;
        var previousRange = default(TextRange);
        for (var at = 0; at < words.Length; at++)
        {
            if (ReadDay(words, at, previous, out var length) is not { } day)
                continue;
            var range = new TextRange(offset + at, length);
            var after = words[(at + length)..];
            var joined = previous is not null && IsJoin(words[(previousRange.End - offset)..at]);
            if (joined)
                _start = Mention(previous!.Value, previousRange, DateRole.ConsultationStart);
            if (joined || IsBefore(after) || (EndsWithLimit(words[..at]) && !GoesOn(after)))
            {
                _end = Mention(day, range, DateRole.ConsultationEnd);
                return;
            }

            (previous, previousRange) = (day, range);
            at += length - 1;
        }

        ReadSpan(words, offset);
    }

    /// <summary>2024年3月1日, or 3月30日 in the year of the day before or of the page.</summary>
    private DateOnly? ReadDay(ReadOnlySpan<char> words, int at, DateOnly? previous, out int length)
    {
        length = 0;
        if ((at > 0 && char.IsAsciiDigit(words[at - 1])) || !(char.IsAsciiDigit(words[at]) || HanNumber.Measure(words[at..]) > 0))
            return null;
        if (DateReader.ReadSound(words[at..], out length) is { } date)
            return date;
        var year = previous?.Year ?? (_known.Count > 0 ? _known[0].Readings[0].Year : 0);
        return year == 0 ? null : DateReader.ReadDayOf(year, words[at..], out length);
    }

    private static bool IsJoin(ReadOnlySpan<char> between)
    {
        between = between.Trim("起 ");
        return between.Length is > 0 and <= 12 && between[^1] is '至' or '到' or '-' or '~' && between.IndexOfAny('。', ';') < 0;
    }

    private static bool GoesOn(ReadOnlySpan<char> after) => after.TrimStart("起 ") is ['至' or '到' or '-' or '~', ..];

    /// <summary>前, 之前, 以前, 止, with a time of day between: 3月30日17:00前.</summary>
    private static bool IsBefore(ReadOnlySpan<char> after)
    {
        after = after.TrimStart("0123456789:：时点分 下午上()星期一二三四五");
        return after.StartsWith("前", StringComparison.Ordinal) || after.StartsWith("之前", StringComparison.Ordinal) || after.StartsWith("以前", StringComparison.Ordinal)
            || after.StartsWith("止", StringComparison.Ordinal) || after.StartsWith("截止", StringComparison.Ordinal);
    }

    private static bool EndsWithLimit(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(": 为是到于");
        foreach (var word in (ReadOnlySpan<string>)["截止", "截至", "截止时间", "截止日期", "截止日", "期限"])
        {
            if (before.EndsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>自发布之日起30日内: counted from the day after publishing.</summary>
    private void ReadSpan(ReadOnlySpan<char> words, int offset)
    {
        var at = words.IndexOf("之日起", StringComparison.Ordinal);
        var published = _known.FirstOrDefault(d => d.Role == DateRole.Published) ?? _known.FirstOrDefault(d => d.Role == DateRole.Signed);
        if (at < 2 || published is null || !DateReader.TryReadSpan(words[(at + 3)..], out var days, out var months, out var length))
            return;
        var from = published.Readings[0];
        var start = words[..at].LastIndexOfAny(",。;:自") + 1;
        _start ??= Mention(from, TextRange.Between(offset + start, offset + at + 2), DateRole.ConsultationStart);
        _end = Mention(from.AddMonths(months).AddDays(days), TextRange.Between(offset + start, offset + at + 3 + length), DateRole.ConsultationEnd);
    }

    private DateMention Mention(DateOnly day, TextRange range, DateRole role) => new(_page.Printed(range), [day], role, range);

    private void ReadContacts(ReadOnlySpan<char> words, int offset)
    {
        var at = 0;
        while (TryFindContact(words, at, out _, out var valueStart, out var kind))
        {
            var more = TryFindContact(words, valueStart, out var next, out _, out _);
            AddContact(words, valueStart, EndOfValue(words, valueStart, more ? next : words.Length), kind, offset);
            at = valueStart;
        }
    }

    /// <summary>Finds the name of a contact with a colon behind it.</summary>
    private static bool TryFindContact(ReadOnlySpan<char> words, int from, out int start, out int valueStart, out ContactKind kind)
    {
        while (from < words.Length)
        {
            var at = words[from..].IndexOfAny(AnyContact);
            if (at < 0)
                break;
            start = from + at;
            var (name, meaning) = Longest(words[start..]);
            valueStart = start + name.Length;
            while (valueStart < words.Length && words[valueStart] == ' ')
                valueStart++;
            if (valueStart < words.Length && words[valueStart] is ':' or '为')
            {
                valueStart++;
                kind = meaning;
                return true;
            }

            from = start + name.Length;
        }

        (start, valueStart, kind) = (-1, -1, default);
        return false;
    }

    private static (string Name, ContactKind Kind) Longest(ReadOnlySpan<char> words)
    {
        foreach (var contact in ContactNames)
        {
            if (words.StartsWith(contact.Name, StringComparison.OrdinalIgnoreCase))
                return contact;
        }

        return ContactNames[^1];
    }

    private static int EndOfValue(ReadOnlySpan<char> words, int start, int end)
    {
        var stop = words[start..end].IndexOfAny("。;,");
        return stop < 0 ? end : start + stop;
    }

    private void AddContact(ReadOnlySpan<char> words, int start, int end, ContactKind kind, int offset)
    {
        while (start < end && words[start] is ' ' or ':')
            start++;
        foreach (var verb in (ReadOnlySpan<string>)["请邮寄至", "邮寄至", "请寄至", "寄至", "寄往", "寄到"])
        {
            if (kind == ContactKind.Address && words[start..end].StartsWith(verb, StringComparison.Ordinal))
                start += verb.Length;
        }

        while (end > start && words[end - 1] is ' ' or ':' or '、' or '(' or '.')
            end--;
        if (words[start..end] is [.., ')'] value && !value.Contains('('))
            end--;
        if (end <= start)
            return;
        var digits = kind == ContactKind.Person ? words[start..end].IndexOfAnyInRange('0', '9') : -1;
        if (digits > 0)
        {
            AddContact(words, start, start + digits, ContactKind.Person, offset);
            AddContact(words, start + digits, end, ContactKind.Telephone, offset);
            return;
        }

        if (kind == ContactKind.Person && end - start > LongestPerson)
            return;
        var range = TextRange.Between(offset + start, offset + end);
        _contacts.Add(new(kind, _page.Printed(range), range));
    }
}
