using System.Collections.Immutable;
using Fazhi.Documents.Structure;

namespace Fazhi.Documents.Metadata;

/// <summary>
/// Finds the formal parts around the text: issuing bodies and document number at the head, salutation, signature with its date, attachment
/// notes; and takes these lines out of the body.
/// </summary>
internal sealed class Imprint
{
    private const int LongestFormalLine = 80;
    private const int LongestSentTo = 400;
    private const int LongestClosingWords = 40;
    private const int DamagedDateLines = 8;
    private const int MostContents = 300;

    private static readonly string[] AddressedTo = ["各", "市", "县", "区", "省", "州", "中共", "乡", "镇"];

    private static readonly string[] ClosingStarts =
    [
        "联系人", "联系电话", "咨询电话", "(此件", "(联系", "(信息公开", "/", "http", "电子邮箱", "通信地址", "通讯地址", "邮编", "邮政编码", "传真", "公开方式", "信息公开", "主动公开", "依申请公开", "此件公开", "此页无正文",
        "(此页无正文", "政策解读", "解读", "校对", "共印", "签发", "承办",
    ];

    private static readonly string[] SentTo = ["抄送", "抄报", "主送", "分送", "报送", "发送", "报:", "送:", "发:"];

    // The last words of a document, which belong to none of its parts.
    private static readonly string[] ClosingWords = ["特此报告", "特此通知", "特此公告", "特此函", "专此报告", "以上报告", "妥否", "此件公开", "请审议", "请予审议"];

    private static readonly string[] SealNotes = ["(盖章)", "(公章)", "(印章)", "(章)", "(印)", "(代章)"];

    private readonly LineFacts _facts;
    private readonly List<ParseWarning> _warnings;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<(string Text, DateRole Role)> _seenDates = [];
    private TextRange? _printer;

    private Imprint(LineFacts facts, PageProperties properties, List<ParseWarning> warnings)
    {
        _facts = facts;
        _warnings = warnings;
        Number = properties.Number;
        Dates.AddRange(properties.Dates);
    }

    public List<Issuer> Issuers { get; } = [];

    public List<DateMention> Dates { get; } = [];

    public DocumentNumber? Number { get; private set; }

    public static Imprint Find(LineFacts facts, PageProperties properties, List<ParseWarning> warnings)
    {
        var imprint = new Imprint(facts, properties, warnings);
        imprint.ReadContents();
        facts.FindFirstLabelled();
        imprint.ReadHead();
        imprint.ReadSignatures();
        imprint.ReadClosing();
        imprint.ReadClosingWords();
        if (imprint.Issuers.Count == 0 && imprint._printer is { } printer)
            imprint.AddIssuer(printer);
        if (imprint.Issuers.Count == 0)
            imprint.Issuers.AddRange(properties.Issuers.Distinct().Select(name => new Issuer(name, null)));
        return imprint;
    }

    /// <summary>All dates, those of a consultation included, in the order printed.</summary>
    public ImmutableArray<DateMention> DatesWith(Consultation? consultation)
    {
        var dates = Dates.Where(d => d.Role is DateRole.Signed or DateRole.Published).ToList();
        foreach (var date in (DateMention?[])[consultation?.Start, consultation?.End])
        {
            if (date is not null)
                dates.Add(date);
        }

        return [.. dates.OrderBy(d => d.Range?.Start ?? -1)];
    }

    private void AddDate(DateMention date)
    {
        if (_seenDates.Add((date.Text, date.Role)))
            Dates.Add(date);
    }

    /// <summary>A table of contents repeats the headings before the text: from 目录 to where its first entry comes again.</summary>
    private void ReadContents()
    {
        for (var i = 0; i < Math.Min(_facts.Count, MostContents); i++)
        {
            if (IsContentsEntry(_facts.Page.FoldedLine(i)))
                _facts.Set(i, LineRole.Imprint);
        }

        _facts.FindFirstLabelled();
        for (var i = 0; i < Math.Min(_facts.FirstLabelled, _facts.Count); i++)
        {
            var line = _facts.Page.FoldedLine(i);
            if (!line.SequenceEqual("目录") && !line.SequenceEqual("目 录"))
                continue;
            var first = _facts.FirstLabelled;
            var again = -1;
            for (var j = first + 1; j < Math.Min(_facts.Count, first + MostContents) && again < 0; j++)
            {
                if (_facts.Labels[j] is { } label && _facts.Labels[first] is { } top && label.Kind == top.Kind && label.Number == top.Number)
                    again = j;
            }

            for (var j = i; j < again; j++)
                _facts.Set(j, LineRole.Imprint);
            return;
        }
    }

    /// <summary>一、总体要求……3: a heading that is led to a page number by dots.</summary>
    private static bool IsContentsEntry(ReadOnlySpan<char> line)
    {
        var words = line.TrimEnd("0123456789- ");
        return words.Length < line.Length && words.Length > 2 && (words[^1] is '…' or '·' || words.EndsWith("..", StringComparison.Ordinal));
    }

    private void ReadHead()
    {
        for (var i = 0; i < _facts.FirstLabelled; i++)
        {
            var line = _facts.Page.FoldedLine(i);
            if (line.Length > LongestFormalLine || _facts.Page.Lines[i].IsRow)
                continue;
            if (IsNumberLine(line) || IsSalutation(line) || AddIssuers(i) || AddLetterhead(i) || line.StartsWith("签发人", StringComparison.Ordinal))
                _facts.Set(i, LineRole.Imprint);
            if (Number is null && IsNumberLine(line))
                Number = ReadNumber(i);
        }
    }

    /// <summary>望岫县人民政府文件.</summary>
    private bool AddLetterhead(int i)
    {
        var line = _facts.Page.FoldedLine(i);
        if (!line.EndsWith("文件", StringComparison.Ordinal) || !OrgName.Is(line[..^2]))
            return false;
        AddIssuer(new(_facts.Page.Lines[i].Start, line.Length - 2));
        return true;
    }

    private static bool IsNumberLine(ReadOnlySpan<char> line) =>
        DocumentNumberReader.Find(line) is { } found && line[..found.Range.Start].Trim("文号: ").IsEmpty && found.Range.End + 12 >= line.Length;

    private DocumentNumber? ReadNumber(int i)
    {
        if (DocumentNumberReader.Find(_facts.Page.FoldedLine(i)) is not { } found)
            return null;
        var start = _facts.Page.Lines[i].Start;
        var range = found.Range with { Start = start + found.Range.Start };
        var code = found.Code with { Start = start + found.Code.Start };
        return new(WithoutBlanks(range), WithoutBlanks(code), found.Year, found.Number, range);
    }

    private string WithoutBlanks(TextRange range) => string.Concat(_facts.Page.Printed(range).Where(c => !char.IsWhiteSpace(c)));

    private static bool IsSalutation(ReadOnlySpan<char> line)
    {
        if (line[^1] != ':')
            return false;
        foreach (var start in AddressedTo)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
                return true;
        }

        return OrgName.Is(line[..^1]);
    }

    /// <summary>Takes the bodies that a line names, if it names nothing else.</summary>
    private bool AddIssuers(int i)
    {
        if (!IsIssuers(i))
            return false;
        AddNames(_facts.Page.Lines[i].Start, WithoutSeal(_facts.Page.FoldedLine(i)));
        return true;
    }

    private void AddNames(int offset, ReadOnlySpan<char> words)
    {
        if (IsSpacedOut(words))
        {
            AddIssuer(new(offset, words.Length));
            return;
        }

        foreach (var part in words.SplitAny(" 、"))
        {
            var (start, length) = part.GetOffsetAndLength(words.Length);
            if (length > 0)
                AddIssuer(new(offset + start, length));
        }
    }

    /// <summary>望 岫 县 人 民 政 府: one name, spaced out to fill the line.</summary>
    private static bool IsSpacedOut(ReadOnlySpan<char> words)
    {
        for (var i = 1; i < words.Length; i += 2)
        {
            if (words[i] != ' ')
                return false;
        }

        return words.Length > 4 && words.Length % 2 == 1;
    }

    private static ReadOnlySpan<char> WithoutSeal(ReadOnlySpan<char> line)
    {
        foreach (var seal in SealNotes)
        {
            if (line.EndsWith(seal, StringComparison.Ordinal))
                return line[..^seal.Length].TrimEnd(' ');
        }

        return line;
    }

    /// <summary>Adds a body named at <paramref name="range"/>, unless it is there already.</summary>
    public void AddIssuer(TextRange range)
    {
        var name = _facts.Page.Printed(range).Replace(" ", "", StringComparison.Ordinal);
        if (_names.Add(name))
            Issuers.Add(new(name, range));
    }

    /// <summary>A date that stands alone, and the bodies right above it or before it on its line.</summary>
    private void ReadSignatures()
    {
        for (var i = 0; i < _facts.Count; i++)
        {
            var line = _facts.Page.FoldedLine(i);
            if (line.Length > LongestFormalLine || _facts.Page.Lines[i].IsRow || _facts.Labels[i] is not null || !CanEndDate(line[^1]))
                continue;
            var signedAbove = i > 0 && !_facts.Page.Lines[i - 1].IsRow && _facts.Page.Lines[i - 1].Length <= LongestFormalLine && IsIssuers(i - 1);
            var readings = DateReader.ReadLine(line, damaged: signedAbove || i >= _facts.Count - DamagedDateLines);
            if (readings.IsEmpty)
            {
                ReadSignedLine(i);
                continue;
            }

            AddDate(WithoutBrackets(i), readings, DateReader.EndsWithIssue(line));
            _facts.Set(i, LineRole.Imprint);
            for (var above = i - 1; above >= 0 && !_facts.Page.Lines[above].IsRow && _facts.Page.Lines[above].Length <= LongestFormalLine && IsIssuers(above); above--)
                _facts.Set(above, LineRole.Imprint);
            AddIssuersAbove(i);
        }
    }

    private static bool CanEndDate(char last) => char.IsAsciiDigit(last) || last is '日' or ')' or '发' or '布' || HanNumber.Measure([last]) > 0;

    private void AddIssuersAbove(int line)
    {
        var first = line;
        while (first > 0 && _facts.Roles[first - 1] == LineRole.Imprint && _facts.Page.Lines[first - 1].Length <= LongestFormalLine && IsIssuers(first - 1))
            first--;
        for (; first < line; first++)
            AddIssuers(first);
    }

    /// <summary>云汀县人民政府 2023年8月15日, or …办公室 2023年8月15日印发, on one line.</summary>
    private void ReadSignedLine(int i)
    {
        var line = _facts.Page.FoldedLine(i);
        for (var at = 4; at < line.Length - 5; at++)
        {
            if (line[at] is not ('1' or '2' or '二' or '('))
                continue;
            var readings = DateReader.ReadLine(line[at..], damaged: false);
            var names = WithoutSeal(line[..at].TrimEnd(' '));
            if (readings.IsEmpty || !AreNames(names))
                continue;
            var printed = DateReader.EndsWithIssue(line);
            var start = _facts.Page.Lines[i].Start;
            AddDate(TextRange.Between(start + at, start + line.Length - (printed ? 2 : 0)), readings, printed);
            if (!printed)
                AddNames(start, names);
            else
                _printer ??= new(start, names.Length);
            _facts.Set(i, LineRole.Imprint);
            return;
        }
    }

    private void AddDate(TextRange range, ImmutableArray<DateOnly> readings, bool printed)
    {
        AddDate(new(_facts.Page.Printed(range), readings, printed ? DateRole.Published : DateRole.Signed, range));
        if (readings.Length > 1)
            _warnings.Add(new("DATE_AMBIGUOUS", $"日期“{_facts.Page.Printed(range)}”缺字，可能是 {string.Join("、", readings.Select(r => $"{r:yyyy-MM-dd}"))}。", range));
    }

    private TextRange WithoutBrackets(int i)
    {
        var line = _facts.Page.Lines[i];
        var start = line.Length - _facts.Page.FoldedLine(i).TrimStart("( ").Length;
        var end = _facts.Page.FoldedLine(i).TrimEnd(") ").Length;
        return TextRange.Between(line.Start + start, line.Start + end);
    }

    private bool IsIssuers(int i) => AreNames(WithoutSeal(_facts.Page.FoldedLine(i)));

    private static bool AreNames(ReadOnlySpan<char> words)
    {
        if (IsSpacedOut(words))
        {
            Span<char> name = stackalloc char[(words.Length / 2) + 1];
            for (var i = 0; i < name.Length; i++)
                name[i] = words[2 * i];
            return OrgName.Is(name);
        }

        var any = false;
        foreach (var part in words.SplitAny(" 、"))
        {
            if (words[part].IsEmpty)
                continue;
            if (!OrgName.Is(words[part]))
                return false;
            any = true;
        }

        return any;
    }

    /// <summary>From the end up: what is printed below the signature.</summary>
    private void ReadClosing()
    {
        for (var i = _facts.Count - 1; i > 0 && i > _facts.FirstLabelled; i--)
        {
            if (_facts.Roles[i] == LineRole.Imprint)
                continue;
            var line = _facts.Page.FoldedLine(i);
            if (_facts.Page.Lines[i].IsRow || _facts.Labels[i] is not null)
                return;
            var closes = StartsWith(line, SentTo) ? line.Length <= LongestSentTo : line.Length <= LongestFormalLine && (StartsWith(line, ClosingStarts) || AddIssuers(i));
            if (!closes)
                return;
            _facts.Set(i, LineRole.Imprint);
        }
    }

    /// <summary>特此报告。 and, behind the last number, 本方案自印发之日起施行 and what repeals an older document.</summary>
    private void ReadClosingWords()
    {
        var last = Array.FindLastIndex(_facts.Labels, l => l is not null);
        for (var i = _facts.FirstLabelled + 1; i < _facts.Count; i++)
        {
            if (_facts.Labels[i] is not null || _facts.Roles[i] != LineRole.Body || _facts.Page.Lines[i].IsRow)
                continue;
            var line = _facts.Page.FoldedLine(i);
            if ((line.Length <= LongestClosingWords && StartsWith(line, ClosingWords)) || (i > last && StartsWith(line, SentTo)) || (i > last && TakesEffect(line)))
                _facts.Set(i, LineRole.Imprint);
        }
    }

    private static bool TakesEffect(ReadOnlySpan<char> line)
    {
        var words = line.TrimEnd("。; ");
        return (words.StartsWith("本", StringComparison.Ordinal) && words.Contains("之日起", StringComparison.Ordinal) && words.IndexOf('。') < 0)
            || words.EndsWith("同时废止", StringComparison.Ordinal) || words.EndsWith("停止执行", StringComparison.Ordinal);
    }

    private static bool StartsWith(ReadOnlySpan<char> line, string[] starts)
    {
        foreach (var start in starts)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
