using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Fazhi.Catalogues;
using Fazhi.Catalogues.Metrics;
using Fazhi.Documents.Layout;
using Fazhi.Documents.Structure;
using Fazhi.Documents.Values;

namespace Fazhi.Documents.Reports;

/// <summary>Reads the figures of a report with what they measure. Figures of next steps are aims, not facts.</summary>
internal sealed class FactReader
{
    // Dividing by it drops the zeros behind the point: 29000.0.
    private const decimal One = 1.0000000000000000000000000000m;
    private const int LongestTail = 14;
    private const int LongestText = 80;
    private const string VagueUnits = "个项位套种类方道条张大层支点面门路";

    private readonly Page _page;
    private readonly Outline _outline;
    private readonly int? _year;
    private readonly MetricMatcher _matcher = new(MetricCatalogue.Default);
    private readonly ScopeFinder _scopes = new();
    private readonly RateList _rates;
    private readonly FactTable _table;
    private readonly List<Quantity> _figures = [];
    private readonly ImmutableArray<Fact>.Builder _facts = ImmutableArray.CreateBuilder<Fact>();

    private FactReader(Page page, Outline outline, int? year)
    {
        _page = page;
        _outline = outline;
        _year = year;
        _rates = new(_matcher);
        _table = new(page, _matcher, year);
    }

    public static ImmutableArray<Fact> Read(Page page, Outline outline, IReadOnlyList<Stretch> stretches, int? year, ReadBudget budget)
    {
        var reader = new FactReader(page, outline, year);
        foreach (var stretch in stretches)
        {
            budget.Spend();
            if (stretch.IsHeading || stretch.Class is SectionClass.NextSteps or SectionClass.Signature)
                continue;
            if (page.Lines[stretch.Line].IsRow)
                reader.ReadRow(stretch);
            else
                reader.ReadWords(stretch.Range, stretch.Section);
        }

        return reader._facts.ToImmutable();
    }

    private void ReadRow(Stretch row)
    {
        _matcher.BeginPassage(HeadingOf(row.Section));
        foreach (var cell in _table.Read(row.Line, _facts.Add))
            ReadWords(cell, row.Section);
    }

    private void ReadWords(TextRange range, int section)
    {
        _figures.Clear();
        QuantityReader.Read(_page.Folded, range, _figures);
        ZeroReader.Read(_page.Folded, range, _figures);
        if (_figures.Count == 0)
            return;
        _matcher.BeginPassage(HeadingOf(section));
        var next = 0;
        for (var at = range.Start; at < range.End && next < _figures.Count;)
        {
            var end = SentenceReader.EndOf(_page.Folded, at, range.End);
            var first = next;
            while (next < _figures.Count && _figures[next].Range.Start < end)
                next++;
            ReadSentence(SentenceReader.Trim(_page.Folded, TextRange.Between(at, end)), CollectionsMarshal.AsSpan(_figures)[first..next]);
            at = end;
        }
    }

    private string HeadingOf(int section) => section < 0 ? "" : Fold.Text(_outline.Sections[section].Heading);

    private void ReadSentence(TextRange sentence, ReadOnlySpan<Quantity> figures)
    {
        _matcher.BeginSentence(_page.FoldedAt(sentence));
        if (figures.IsEmpty)
            return;
        var scopes = _scopes.Find(_page.Folded, sentence, figures);
        for (var i = 0; i < scopes.Count; i++)
        {
            if (scopes[i].Quantity.Unit is "年" or "周年")
                continue;
            if (!_rates.TryRead(_page.Folded, sentence, scopes, i, Add))
                ReadFigure(sentence, scopes[i]);
        }
    }

    private void ReadFigure(TextRange sentence, FigureScope scope)
    {
        var folded = _page.FoldedAt(sentence);
        var quantity = scope.Quantity;
        if (FactWords.IsChange(_page.Folded.AsSpan(scope.Own.Start..Math.Max(scope.Own.Start, quantity.Range.Start))))
        {
            Add(sentence, scope, null, scope.Own.Start);
            return;
        }

        var from = scope.Own.Start;
        MetricMatch? match = null;
        if (!scope.IsBare)
            match = _matcher.Match(folded, ToFigure(sentence, scope, from));
        if (match is null && scope.Before.Length > 0 && (SharesSubject(scope) || RepeatsForYear(scope)))
        {
            match = _matcher.Match(folded, ToFigure(sentence, scope, scope.Before.Start));
            if (match is not null || scope.IsBare)
                from = scope.Before.Start;
        }

        if (match is null && scope.Clause.End > scope.Own.End && LeadsToVerb(scope))
            match = _matcher.Match(folded, ToFigure(sentence, scope with { Own = TextRange.Between(scope.Own.Start, scope.Clause.End) }, from));
        if (quantity.InHan && quantity.Unit.Length == 1 && VagueUnits.Contains(quantity.Unit[0]) && (match is null || IsBeforeName(quantity)))
            return;
        Add(sentence, scope, match, from);
    }

    /// <summary>对6个县、12个部门开展督察: what is said of the first stands behind the last.</summary>
    private bool LeadsToVerb(in FigureScope scope) =>
        _page.FoldedAt(scope.Own).IndexOfAny('对', '向', '赴') is var at and >= 0 && scope.Own.Start + at < scope.Quantity.Range.Start && !scope.FollowsFigure;

    /// <summary>共6次 has the subject of what stands before; so have people: 举办培训班5期,参训300人次; and a clause after one without figures: 开展主题活动,组织45场.</summary>
    private static bool SharesSubject(in FigureScope scope) => scope.Quantity.Unit.Length > 0
        && (scope.IsBare || (scope.Quantity.Unit != "%" && (!scope.FollowsFigure || (scope.Quantity.Unit is "人" or "人次" or "名" && !scope.IsListed))));

    /// <summary>2022年办理复议案件45件,2023年办理57件: the same words again, for another year.</summary>
    private bool RepeatsForYear(in FigureScope scope)
    {
        var words = _page.FoldedAt(TextRange.Between(scope.Own.Start, Math.Max(scope.Own.Start, scope.Quantity.Range.Start)));
        var lead = FactWords.LeadLength(words);
        return lead > 0 && words[..lead].Contains('年') && lead < words.Length && _page.FoldedAt(scope.Before).Contains(words[lead..], StringComparison.Ordinal);
    }

    private static MetricFigure ToFigure(TextRange sentence, in FigureScope scope, int from)
    {
        var quantity = scope.Quantity;
        var near = scope.IsBare ? from : scope.Near.Start;
        return new(quantity.Range.Start - sentence.Start, quantity.Range.End - sentence.Start, ZeroReader.UnitOf(quantity), from - sentence.Start, scope.Own.End - sentence.Start,
            near - sentence.Start, scope.Near.End - sentence.Start);
    }

    /// <summary>两个“一站式”中心.</summary>
    private bool IsBeforeName(in Quantity quantity) => quantity.Range.End < _page.Folded.Length && _page.Folded[quantity.Range.End] == '“';

    private void Add(TextRange sentence, FigureScope scope, MetricMatch? match, int from)
    {
        var quantity = scope.Quantity;
        var range = WordsOf(sentence, scope, match, from);
        var period = FactWords.PeriodIn(_page.Folded.AsSpan(sentence.Start..quantity.Range.Start), _year);
        var periodText = period.Length == 0 ? "" : _page.Printed(new(sentence.Start + period.Start, period.Length));
        _facts.Add(new(match?.Metric.Id ?? "", quantity.Value / One, quantity.Comparator, quantity.Unit, periodText, _page.Printed(range), range, sentence));
    }

    /// <summary>From the subject to the figure, and on to the noun behind it.</summary>
    private TextRange WordsOf(TextRange sentence, in FigureScope scope, MetricMatch? match, int from)
    {
        var figure = scope.Quantity.Range;
        var start = Math.Min(from + FactWords.LeadLength(_page.Folded.AsSpan(from..Math.Max(from, figure.Start))), figure.Start);
        if (figure.End - start > LongestText)
            start = match is { } m ? Math.Max(start, sentence.Start + Math.Min(m.Start, figure.Start - sentence.Start)) : Math.Max(start, scope.Near.Start);
        var tail = scope.Near.End == scope.Own.End ? scope.Own.End - figure.End : 0;
        var end = tail is > 0 and <= LongestTail ? scope.Own.End : match is { } found ? Math.Max(figure.End, sentence.Start + found.End) : figure.End;
        while (end > figure.End && _page.Folded[end - 1] is '。' or ' ' or '!' or '、' or '”')
            end--;
        return TextRange.Between(start, Math.Max(end, figure.End));
    }
}
