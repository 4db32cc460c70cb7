using Fazhi.Documents.Layout;
using Fazhi.Documents.Tasks;

namespace Fazhi.Documents.Structure;

/// <summary>What is seen on each line by itself, before lines are put in relation.</summary>
internal sealed class LineFacts
{
    private LineFacts(Page page)
    {
        Page = page;
        Labels = new Label?[page.Lines.Length];
        Notes = new UnitNote?[page.Lines.Length];
        Roles = new LineRole[page.Lines.Length];
    }

    public Page Page { get; }

    public Label?[] Labels { get; }

    public UnitNote?[] Notes { get; }

    public LineRole[] Roles { get; }

    public int Count => Page.Lines.Length;

    /// <summary>The first line with a printed number; <see cref="Count"/> when there is none.</summary>
    public int FirstLabelled { get; private set; }

    public static LineFacts Read(Page page, ReadBudget budget)
    {
        var facts = new LineFacts(page);
        var wrapped = new WrappedLines(page);
        for (var i = 0; i < facts.Count; i++)
        {
            budget.Spend();
            if (page.Lines[i].IsRow)
                continue;
            var line = page.FoldedLine(i);
            if (LabelScanner.TryRead(line, out var label) && !wrapped.Continues(i, label))
                facts.Labels[i] = label;
            facts.Notes[i] = UnitNoteScanner.Find(line, page.Lines[i].Start);
        }

        UnitNoteScanner.JoinWrapped(page, facts.Labels, facts.Notes);
        facts.FindFirstLabelled();
        return facts;
    }

    /// <summary>Looks for <see cref="FirstLabelled"/> again: lines that were taken out of the body have no number any more.</summary>
    public void FindFirstLabelled()
    {
        var first = Array.FindIndex(Labels, l => l is { Kind: not LabelKind.Bullet });
        FirstLabelled = first < 0 ? Count : first;
    }

    /// <summary>Takes a line out of the body: its number, if it seemed to have one, is none.</summary>
    public void Set(int line, LineRole role)
    {
        Roles[line] = role;
        Labels[line] = null;
        Notes[line] = null;
    }
}
