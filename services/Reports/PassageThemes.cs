using Fazhi.Hosting;
using Fazhi.Reports.V1;
using Content = Fazhi.Documents.V1.Content;

namespace Fazhi.Reports;

/// <summary>Fills in the themes of passages by the catalogues of today; what a person chose stays.</summary>
internal sealed class PassageThemes(ThemeDirectory directory)
{
    public void Fill(Report report)
    {
        foreach (var passage in report.Passages.Where(passage => !passage.CorrectedFields.Contains("themes")))
            Fill(report, passage);
    }

    public void Fill(Report report, Passage passage)
    {
        var text = report.Content.Text.Substring(passage.Range.Start, passage.Range.Length);
        passage.Themes.Clear();
        passage.Themes.AddRange(directory.Classify(text, HeadingsOf(report.Content, passage.Section), DocumentSummaries.PeriodOf(report)));
    }

    private static List<string> HeadingsOf(Content content, int section)
    {
        var headings = new List<string>();
        for (var at = section; at >= 0; at = content.Sections[at].Parent)
            headings.Insert(0, content.Sections[at].Heading);
        return headings;
    }
}
