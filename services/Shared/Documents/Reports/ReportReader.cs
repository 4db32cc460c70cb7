using Fazhi.Documents.Metadata;
using Fazhi.Documents.Structure;

namespace Fazhi.Documents.Reports;

/// <summary>Reads what a report says beyond its sections: what each part is about, figures, problems, next steps.</summary>
internal static class ReportReader
{
    public static ReportContent Read(LineFacts facts, Outline outline, TitleCandidate? title, RegionMention? region, Period? period, IReadOnlyList<Issuer> issuers, ReadBudget budget)
    {
        var page = facts.Page;
        var year = period?.EndYear;
        var finder = StretchFinder.Find(facts, outline, year, budget);
        return new()
        {
            SectionClasses = finder.Classes,
            Passages = PassageFinder.Find(page, outline, finder.Stretches, budget),
            Facts = FactReader.Read(page, outline, finder.Stretches, year, budget),
            Problems = ItemFinder.Find(page, outline, finder, SectionClass.Problems),
            NextSteps = ItemFinder.Find(page, outline, finder, SectionClass.NextSteps),
            Unit = ReportingUnit.Find(page, title, region, issuers),
        };
    }
}
