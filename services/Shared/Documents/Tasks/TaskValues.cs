using System.Collections.Immutable;
using Fazhi.Documents.Layout;
using Fazhi.Documents.Values;

namespace Fazhi.Documents.Tasks;

/// <summary>Reads what a task says beyond its words: by when, which figures, which parts.</summary>
internal sealed class TaskValues(Page page, Period? period, IReadOnlyList<DateMention> dates)
{
    private readonly DeadlineReader _deadlines = new(page.Text, page.Folded, YearOf(period, dates));
    private readonly List<Quantity> _quantities = [];
    private readonly List<Deadline> _foundDeadlines = [];
    private readonly List<Target> _foundTargets = [];

    /// <summary>The task with deadlines, targets and measures.</summary>
    public PlanTask Complete(TaskDraft draft)
    {
        _foundDeadlines.Clear();
        _foundTargets.Clear();
        var measures = ImmutableArray.CreateBuilder<Measure>();
        foreach (var paragraph in draft.Task.Paragraphs)
        {
            _deadlines.ReadText(paragraph, _foundDeadlines);
            TargetReader.Read(page.Text, page.Folded, paragraph, _quantities, _foundTargets);
        }

        foreach (var range in MeasureRanges(draft.Task.Paragraphs))
            measures.AddRange(MeasureReader.Read(page.Text, page.Folded, range));
        foreach (var field in draft.TimeFields)
            _deadlines.ReadField(field, _foundDeadlines);
        return draft.Task with { Deadlines = Distinct(_foundDeadlines), Targets = [.. _foundTargets], Measures = measures.ToImmutable() };
    }

    // A list may go on over paragraphs that stand line below line.
    private IEnumerable<TextRange> MeasureRanges(ImmutableArray<TextRange> paragraphs)
    {
        for (var i = 0; i < paragraphs.Length;)
        {
            var last = i;
            while (last + 1 < paragraphs.Length && paragraphs[last + 1].Start == paragraphs[last].End + 1 && page.Text[paragraphs[last].End] == '\n')
                last++;
            yield return TextRange.Between(paragraphs[i].Start, paragraphs[last].End);
            i = last + 1;
        }
    }

    private static ImmutableArray<Deadline> Distinct(List<Deadline> found)
    {
        if (found.Count < 2)
            return [.. found];
        return [.. found.OrderBy(d => d.Range.Start).DistinctBy(d => (d.Text, d.Date, d.Recurrence))];
    }

    /// <summary>The year that 年底前 means: that of a yearly plan, otherwise the one it was signed in.</summary>
    private static int? YearOf(Period? period, IReadOnlyList<DateMention> dates)
    {
        if (period is { } years && years.StartYear == years.EndYear)
            return years.StartYear;
        foreach (var date in dates)
        {
            if (date is { Role: DateRole.Signed, Ambiguous: false, Readings: [var day] })
                return day.Year;
        }

        return null;
    }
}
