using Fazhi.Catalogues;
using Fazhi.Documents.Structure;

namespace Fazhi.Documents.Metadata;

/// <summary>
/// Finds the formal parts around the text: issuing bodies and document number at the head, salutation, signature with its date, attachment
/// notes; and takes these lines out of the body.
/// </summary>
internal sealed class Imprint
{
    private const int LongestFormalLine = 80;
    private const int DamagedDateLines = 8;
    private const int MostContents = 300;

    private static readonly string[] AddressedTo = ["各", "市", "县", "区", "省", "州", "中共", "乡", "镇"];
    private static readonly string[] ClosingStarts = ["附件", "附:", "附表", "抄送", "主送", "联系人", "联系电话", "(此件", "(联系", "/", "http", "电子邮箱", "通信地址", "通讯地址", "邮编"];

    private readonly LineFacts _facts;
    private readonly List<ParseWarning> _warnings;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<(string Text, DateRole Role)> _seenDates = [];

    private Imprint(LineFacts facts, List<ParseWarning> warnings)
    {
        _facts = facts;
        _warnings = warnings;
    }

    public List<Issuer> Issuers { get; } = [];

    public List<DateMention> Dates { get; } = [];

    public DocumentNumber? Number { get; private set; }

    public static Imprint Find(LineFacts facts, List<ParseWarning> warnings)
    {
        var imprint = new Imprint(facts, warnings);
        imprint.ReadProperties();
        imprint.ReadContents();
        imprint.ReadHead();
        imprint.ReadSignatures();
        imprint.ReadAttachments();
        imprint.ReadClosing();
        return imprint;
    }

    private void ReadProperties()
    {
        foreach (var property in _facts.Page.Properties)
        {
            var folded = Fold.Text(property);
            if (Number is null && ValueOf(folded, "发文字号", "文号") is { Length: > 0 } value && DocumentNumberReader.Find(folded.AsSpan(value.Start, value.Length)) is { } found)
            {
                Number = new(property.Substring(value.Start + found.Range.Start, found.Range.Length), property.Substring(value.Start + found.Code.Start, found.Code.Length),
                    found.Year, found.Number, null);
            }

            AddProperty(property, folded, ValueOf(folded, "成文日期", "发文日期"), DateRole.Signed);
            AddProperty(property, folded, ValueOf(folded, "发布日期", "发布时间", "公开日期"), DateRole.Published);
        }
    }

    private void AddProperty(string property, string folded, TextRange value, DateRole role)
    {
        if (DateReader.ReadSound(folded.AsSpan(value.Start, value.Length), out var used) is { } date)
            AddDate(new(property.Substring(value.Start, used), [date], role, null));
    }

    private void AddDate(DateMention date)
    {
        if (_seenDates.Add((date.Text, date.Role)))
            Dates.Add(date);
    }

    /// <summary>What follows the first of the names that is there; empty when none is.</summary>
    private static TextRange ValueOf(string folded, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var start = folded.IndexOf(name, StringComparison.Ordinal);
            if (start < 0)
                continue;
            start += name.Length;
            while (start < folded.Length && folded[start] is ' ' or ':' or '[')
                start++;
            return TextRange.Between(start, folded.Length);
        }

        return default;
    }

    /// <summary>A table of contents repeats the headings before the text: from 目录 to where its first entry comes again.</summary>
    private void ReadContents()
    {
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

    private void ReadHead()
    {
        for (var i = 0; i < _facts.FirstLabelled; i++)
        {
            var line = _facts.Page.FoldedLine(i);
            if (line.Length > LongestFormalLine || _facts.Page.Lines[i].IsRow)
                continue;
            if (IsNumberLine(line) || IsSalutation(line))
                _facts.Set(i, LineRole.Imprint);
            else if (AddIssuers(i))
                _facts.Set(i, LineRole.Imprint);
            if (Number is null && IsNumberLine(line))
                Number = ReadNumber(i);
        }
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
        return new(_facts.Page.Printed(range), _facts.Page.Printed(code), found.Year, found.Number, range);
    }

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
        var line = _facts.Page.FoldedLine(i);
        var names = new List<TextRange>();
        foreach (var part in line.Split(' '))
        {
            var (start, length) = part.GetOffsetAndLength(line.Length);
            if (length == 0)
                continue;
            if (!OrgName.Is(line.Slice(start, length)))
                return false;
            names.Add(new(_facts.Page.Lines[i].Start + start, length));
        }

        foreach (var name in names)
            AddIssuer(name);
        return names.Count > 0;
    }

    /// <summary>Adds a body named at <paramref name="range"/>, unless it is there already.</summary>
    public void AddIssuer(TextRange range)
    {
        var name = _facts.Page.Printed(range);
        if (_names.Add(name))
            Issuers.Add(new(name, range));
    }

    /// <summary>A date that stands alone, and the bodies right above it.</summary>
    private void ReadSignatures()
    {
        for (var i = 0; i < _facts.Count; i++)
        {
            if (_facts.Page.Lines[i].IsRow || _facts.Labels[i] is not null)
                continue;
            var signedAbove = i > 0 && !_facts.Page.Lines[i - 1].IsRow && _facts.Page.Lines[i - 1].Length <= LongestFormalLine && IsIssuers(i - 1);
            var readings = DateReader.ReadLine(_facts.Page.FoldedLine(i), damaged: signedAbove || i >= _facts.Count - DamagedDateLines);
            if (readings.IsEmpty)
                continue;
            var range = WithoutBrackets(i);
            AddDate(new(_facts.Page.Printed(range), readings, DateRole.Signed, range));
            if (readings.Length > 1)
                _warnings.Add(new("DATE_AMBIGUOUS", $"日期“{_facts.Page.Printed(range)}”缺字，可能是 {string.Join("、", readings.Select(r => $"{r:yyyy-MM-dd}"))}。", range));
            _facts.Set(i, LineRole.Imprint);
            for (var above = i - 1; above >= 0 && !_facts.Page.Lines[above].IsRow && _facts.Page.Lines[above].Length <= LongestFormalLine && IsIssuers(above); above--)
            {
                AddIssuers(above);
                _facts.Set(above, LineRole.Imprint);
            }
        }
    }

    private TextRange WithoutBrackets(int i)
    {
        var line = _facts.Page.Lines[i];
        var start = line.Length - _facts.Page.FoldedLine(i).TrimStart("( ").Length;
        var end = _facts.Page.FoldedLine(i).TrimEnd(") ").Length;
        return TextRange.Between(line.Start + start, line.Start + end);
    }

    private bool IsIssuers(int i)
    {
        var line = _facts.Page.FoldedLine(i);
        foreach (var part in line.Split(' '))
        {
            if (!line[part].IsEmpty && !OrgName.Is(line[part]))
                return false;
        }

        return true;
    }

    /// <summary>附件:… with its list; the list's numbers are no headings.</summary>
    private void ReadAttachments()
    {
        for (var i = _facts.FirstLabelled; i < _facts.Count; i++)
        {
            if (!_facts.Page.FoldedLine(i).StartsWith("附件:", StringComparison.Ordinal))
                continue;
            _facts.Set(i, LineRole.Imprint);
            while (i + 1 < _facts.Count && _facts.Labels[i + 1] is { Kind: LabelKind.Arabic } && IsAttachmentName(_facts.Page.FoldedLine(i + 1)))
                _facts.Set(++i, LineRole.Imprint);
        }
    }

    private static bool IsAttachmentName(ReadOnlySpan<char> line) => line.Length <= LongestFormalLine && !line.Contains('。');

    private void ReadClosing()
    {
        for (var i = _facts.Count - 1; i > 0 && i > _facts.FirstLabelled; i--)
        {
            var line = _facts.Page.FoldedLine(i);
            if (_facts.Roles[i] == LineRole.Imprint)
                continue;
            if (_facts.Page.Lines[i].IsRow || _facts.Labels[i] is not null || line.Length > LongestFormalLine)
                return;
            if (!IsClosing(line) && !AddIssuers(i))
                return;
            _facts.Set(i, LineRole.Imprint);
        }
    }

    private static bool IsClosing(ReadOnlySpan<char> line)
    {
        foreach (var start in ClosingStarts)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
