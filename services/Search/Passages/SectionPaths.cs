using Fazhi.Documents.V1;

namespace Fazhi.Search.Passages;

/// <summary>The headings above each section of a document.</summary>
internal sealed class SectionPaths
{
    private readonly IReadOnlyList<Section> sections;
    private readonly IReadOnlyList<string>[] headings;

    public SectionPaths(IReadOnlyList<Section> sections)
    {
        this.sections = sections;
        headings = new IReadOnlyList<string>[sections.Count];
        for (var i = 0; i < sections.Count; i++)
            headings[i] = sections[i].Heading.Length == 0 ? HeadingsOf(ParentOf(i)) : [.. HeadingsOf(ParentOf(i)), sections[i].Heading];
    }

    /// <summary>Headings down to that of the section itself, outermost first; none for -1.</summary>
    public IReadOnlyList<string> HeadingsOf(int section) => Contains(section) ? headings[section] : [];

    /// <summary>Number of the section as printed.</summary>
    public string LabelOf(int section) => Contains(section) ? sections[section].Label : "";

    /// <summary>The section that a section is in; -1 for a top section.</summary>
    // A parent comes before what it contains: anything else would be a circle.
    public int ParentOf(int section) => Contains(section) && sections[section].Parent < section ? sections[section].Parent : -1;

    private bool Contains(int section) => section >= 0 && section < sections.Count;
}
