using System.Collections.Immutable;
using Fazhi.Documents.Layout;
using Fazhi.Documents.Structure;
using Fazhi.Documents.Tasks;

namespace Fazhi.Documents.Reports;

/// <summary>Cuts the body of a report into passages: inline measures, and what stands outside them.</summary>
internal static class PassageFinder
{
    private const int ShortestIntroduction = 30;

    public static ImmutableArray<Passage> Find(Page page, Outline outline, IReadOnlyList<Stretch> stretches, ReadBudget budget)
    {
        var passages = ImmutableArray.CreateBuilder<Passage>();
        for (var i = 0; i < stretches.Count; i++)
        {
            budget.Spend();
            var stretch = stretches[i];
            if (stretch.Class == SectionClass.Signature || (stretch.IsHeading && HasWords(stretches, i, outline)))
                continue;
            var measures = MeasureReader.Read(page.Text, page.Folded, stretch.Range);
            if (measures.IsEmpty)
            {
                passages.Add(new(stretch.Range, stretch.Section, stretch.Class));
                continue;
            }

            var introduction = SentenceReader.Trim(page.Folded, TextRange.Between(stretch.Range.Start, measures[0].Range.Start));
            if (introduction.Length >= ShortestIntroduction && page.Folded[introduction.End - 1] != ':')
                passages.Add(new(introduction, stretch.Section, stretch.Class));
            foreach (var measure in measures)
                passages.Add(new(measure.Range, stretch.Section, stretch.Class));
        }

        return passages.ToImmutable();
    }

    /// <summary>A heading is no passage, but a numbered line with nothing below it is.</summary>
    private static bool HasWords(IReadOnlyList<Stretch> stretches, int heading, Outline outline)
    {
        if (heading + 1 >= stretches.Count || stretches[heading].Section < 0 || stretches[heading + 1].Section < 0)
            return false;
        var next = stretches[heading + 1].Section;
        return next == stretches[heading].Section || outline.Sections[next].ParentIndex == stretches[heading].Section;
    }
}
