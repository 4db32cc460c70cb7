using Fazhi.Catalogues;
using Fazhi.Documents.Layout;

namespace Fazhi.Documents.Metadata;

/// <summary>What the page says about the document beside its text: 发文字号, 成文日期, 发布日期, 有效性, 征集时间.</summary>
internal sealed class PageProperties
{
    private static readonly string[] NumberNames = ["发文字号", "发文文号", "文件编号", "文号"];
    // 来源:市司法局 时间:2025-03-28: a bar under the title.
    private static readonly string[] SourceNames = ["来源:", "作者:", "浏览", "点击", "阅读", "字号:", "字体:"];
    private static readonly string[] BarTimes = ["时间:", "日期:"];
    private static readonly string[] SignedNames = ["成文日期", "成文时间", "发文日期", "发文时间", "生成日期", "制发日期", "签发日期"];
    private static readonly string[] PublishedNames = ["发布日期", "发布时间", "公开日期", "公开时间", "公布日期", "印发日期"];
    private static readonly string[] IssuerNames = ["发文机关", "发文单位", "发文机构", "制发机关", "制定机关"];
    private static readonly string[] ValidityNames = ["有效性", "时效性", "效力状态", "是否有效", "文件状态"];
    private static readonly string[] PeriodNames = ["征集时间", "征求意见时间", "意见征集时间", "征集日期", "征集期限"];
    private static readonly string[] StartNames = ["开始时间", "开始日期", "征集开始"];
    private static readonly string[] EndNames = ["结束时间", "结束日期", "截止时间", "截止日期"];
    private static readonly string[] Repealed = ["失效", "废止", "无效", "否"];

    private PageProperties()
    {
    }

    public List<DateMention> Dates { get; } = [];

    public DocumentNumber? Number { get; private set; }

    public Validity Validity { get; private set; }

    /// <summary>The bodies that the page names as those that issued the document.</summary>
    public List<string> Issuers { get; } = [];

    public static PageProperties Read(Page page)
    {
        var properties = new PageProperties();
        foreach (var printed in page.Properties)
        {
            // Names are spaced out to fill their cell: 有 效 性.
            var property = printed.Replace(" ", "", StringComparison.Ordinal);
            properties.Read(property, Fold.Text(property).Replace(" ", "-", StringComparison.Ordinal));
        }

        return properties;
    }

    private void Read(string property, string folded)
    {
        if (Number is null && ValueOf(folded, NumberNames) is { Length: > 0 } value && DocumentNumberReader.Find(folded.AsSpan(value.Start, value.Length)) is { } found)
        {
            Number = new(property.Substring(value.Start + found.Range.Start, found.Range.Length), property.Substring(value.Start + found.Code.Start, found.Code.Length),
                found.Year, found.Number, null);
        }

        AddDate(property, folded, ValueOf(folded, SignedNames), DateRole.Signed);
        if (AddDate(property, folded, ValueOf(folded, PublishedNames), DateRole.Published) == 0 && SourceNames.Any(n => folded.Contains(n, StringComparison.Ordinal)))
            AddDate(property, folded, ValueOf(folded, BarTimes), DateRole.Published);
        ReadIssuers(property, folded, ValueOf(folded, IssuerNames));
        AddDate(property, folded, ValueOf(folded, StartNames), DateRole.ConsultationStart);
        AddDate(property, folded, ValueOf(folded, EndNames), DateRole.ConsultationEnd);
        ReadPeriod(property, folded, ValueOf(folded, PeriodNames));
        ReadValidity(folded, ValueOf(folded, ValidityNames));
    }

    private void ReadIssuers(string property, string folded, TextRange value)
    {
        foreach (var part in folded.AsSpan(value.Start, value.Length).SplitAny("、,;- "))
        {
            var (start, length) = part.GetOffsetAndLength(value.Length);
            var name = TextRange.Between(value.Start + start, value.Start + start + length);
            if (!OrgName.Is(folded.AsSpan(name.Start, name.Length)))
                return;
            Issuers.Add(property.Substring(name.Start, name.Length));
        }
    }

    private int AddDate(string property, string folded, TextRange value, DateRole role)
    {
        if (value.Length == 0 || DateReader.ReadSound(folded.AsSpan(value.Start, value.Length), out var used) is not { } date)
            return 0;
        if (!Dates.Exists(d => d.Role == role && d.Readings[0] == date))
            Dates.Add(new(property.Substring(value.Start, used), [date], role, null));
        return used;
    }

    private void ReadPeriod(string property, string folded, TextRange value)
    {
        var used = AddDate(property, folded, value, DateRole.ConsultationStart);
        if (used == 0)
            return;
        var rest = folded.AsSpan(value.Start + used, value.Length - used);
        var next = rest.IndexOfAnyInRange('0', '9');
        // A time of day may stand between the two days.
        while (next >= 0 && DateReader.ReadSound(rest[next..], out _) is null)
        {
            var more = rest[(next + 1)..].IndexOfAnyInRange('0', '9');
            next = more < 0 ? -1 : next + 1 + more;
        }

        if (next >= 0)
            AddDate(property, folded, TextRange.Between(value.Start + used + next, value.End), DateRole.ConsultationEnd);
    }

    private void ReadValidity(string folded, TextRange value)
    {
        if (value.Length == 0 || Validity != Validity.Unknown)
            return;
        var words = folded.AsSpan(value.Start, Math.Min(value.Length, 8));
        foreach (var word in Repealed)
        {
            if (words.Contains(word, StringComparison.Ordinal) && !words.StartsWith("部分", StringComparison.Ordinal))
            {
                Validity = Validity.Repealed;
                return;
            }
        }

        if (words.Contains("有效", StringComparison.Ordinal) || words[0] == '是')
            Validity = Validity.InForce;
    }

    /// <summary>What follows the first of the names that is there; empty when none is.</summary>
    private static TextRange ValueOf(string folded, string[] names)
    {
        foreach (var name in names)
        {
            var start = folded.IndexOf(name, StringComparison.Ordinal);
            if (start < 0)
                continue;
            start += name.Length;
            while (start < folded.Length && folded[start] is '-' or ':' or '[' or ']')
                start++;
            return TextRange.Between(start, folded.Length);
        }

        return default;
    }
}
