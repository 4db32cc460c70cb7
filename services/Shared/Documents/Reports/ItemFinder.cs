using System.Collections.Immutable;
using System.Text;
using Fazhi.Documents.Layout;
using Fazhi.Documents.Structure;
using Fazhi.Documents.Tasks;

namespace Fazhi.Documents.Reports;

/// <summary>
/// Finds the single problems or next steps: numbered parts where there are any, else inline measures, else paragraphs, else, where all is one paragraph, its sentences.
/// What only leads to them (但也存在以下问题：) is none.
/// </summary>
internal sealed class ItemFinder
{
    private const int LongestRunIn = 30;
    private const int LongestLead = 60;
    private const string EndMarks = "。;:,、 !\n";
    private static readonly string[] Links = ["一方面,", "另一方面,"];
    private static readonly string[] Leads = ["以下", "如下", "下列", "几个方面", "几方面", "主要表现在", "一些问题", "一些不足", "问题和不足", "不足之处", "不足和问题", "一定差距", "一定的差距", "不少问题"];

    private readonly Page _page;
    private readonly Outline _outline;
    private readonly StretchFinder _finder;
    private readonly ImmutableArray<ReportItem>.Builder _items = ImmutableArray.CreateBuilder<ReportItem>();

    private ItemFinder(Page page, Outline outline, StretchFinder finder)
    {
        _page = page;
        _outline = outline;
        _finder = finder;
    }

    /// <summary>The items of all parts of that class, in document order.</summary>
    public static ImmutableArray<ReportItem> Find(Page page, Outline outline, StretchFinder finder, SectionClass wanted)
    {
        var items = new ItemFinder(page, outline, finder);
        var run = new List<Stretch>();
        foreach (var stretch in finder.Stretches)
        {
            if (run.Count > 0 && (stretch.Class != wanted || stretch.Begin != run[0].Begin))
            {
                items.ReadRun(run);
                run.Clear();
            }

            if (stretch.Class == wanted && !(stretch.IsHeading && finder.NamesClass[stretch.Section]))
                run.Add(stretch);
        }

        items.ReadRun(run);
        return items._items.ToImmutable();
    }

    private void ReadRun(List<Stretch> run)
    {
        if (run.Count == 0)
            return;
        var roots = run.Select(RootOf).ToList();
        if (roots.TrueForAll(r => r < 0))
            ReadUnnumbered(run);
        else
            ReadNumbered(run, roots);
    }

    /// <summary>The outermost numbered part around a stretch that lies within its run and does not name the run itself; -1 for none.</summary>
    private int RootOf(Stretch stretch)
    {
        var root = -1;
        for (var s = stretch.Section; s >= 0 && _outline.Sections[s].Range.Start >= stretch.Begin && !_finder.NamesClass[s]; s = _outline.Sections[s].ParentIndex)
            root = s;
        return root;
    }

    private void ReadNumbered(List<Stretch> run, List<int> roots)
    {
        for (var i = 0; i < run.Count;)
        {
            var next = i + 1;
            while (next < run.Count && roots[next] == roots[i] && !BeginsItem(run[next], roots[next]))
                next++;
            if (roots[i] >= 0 && !(next == i + 1 && TryAddList(run[i])))
                Add(run.GetRange(i, next - i));
            i = next;
        }
    }

    /// <summary>A line that holds several numbered items: （一）…，（二）….</summary>
    private bool TryAddList(Stretch stretch)
    {
        var line = _page.Lines[stretch.Line].Range;
        var measures = MeasureReader.Read(_page.Text, _page.Folded, line);
        if (measures.Length < 2 || measures[0].Range.Start != line.Start || stretch.Range.End != line.End)
            return false;
        foreach (var measure in measures)
            Add(measure.Range, measure.Label.Length);
        return true;
    }

    /// <summary>A paragraph whose number was lost: it begins with a heading that runs into it, like its numbered neighbours.</summary>
    private bool BeginsItem(Stretch stretch, int root)
    {
        if (root < 0 || stretch.Line == _outline.Lines[root] || _outline.StandAlone[root] || _outline.Sections[root].Heading.Length == 0 || stretch.Section != root)
            return false;
        var stop = _page.FoldedAt(stretch.Range).IndexOf('。');
        return stop is > 0 and <= LongestRunIn && stop < stretch.Range.Length - 1;
    }

    private void ReadUnnumbered(List<Stretch> run)
    {
        var before = _items.Count;
        var whole = TextRange.Between(run[0].Range.Start, run[^1].Range.End);
        var measures = MeasureReader.Read(_page.Text, _page.Folded, whole);
        foreach (var measure in measures)
            Add(measure.Range, measure.Label.Length);
        if (measures.IsEmpty && run.Count == 1)
        {
            ReadSentences(run[0].Range);
            return;
        }

        foreach (var stretch in run)
        {
            if (measures.Any(m => m.Range.Start < stretch.Range.End && m.Range.End > stretch.Range.Start) || IsLead(stretch.Range))
                continue;
            if (measures.IsEmpty || stretch.Range.Start > measures[^1].Range.End)
                Add(stretch.Range, 0);
        }

        if (_items.Count == before)
            ReadSentences(run[0].Range);
    }

    private void ReadSentences(TextRange range)
    {
        var before = _items.Count;
        for (var at = range.Start; at < range.End;)
        {
            var end = SentenceReader.EndOf(_page.Folded, at, range.End, parts: true);
            var sentence = SentenceReader.Trim(_page.Folded, TextRange.Between(at, end));
            var colon = _page.FoldedAt(sentence).IndexOf(':');
            if (colon > 0 && IsLead(TextRange.Between(sentence.Start, sentence.Start + colon + 1)))
                sentence = TextRange.Between(sentence.Start + colon + 1, sentence.End);
            if (sentence.Length > 0 && !(IsLead(sentence) && sentence.End < range.End))
                Add(sentence, 0);
            at = end;
        }

        if (_items.Count == before)
            Add(range, 0);
    }

    /// <summary>Words that only lead to the items.</summary>
    private bool IsLead(TextRange range)
    {
        var words = _page.FoldedAt(range);
        if (words.EndsWith(":", StringComparison.Ordinal))
            return true;
        if (words.Length > LongestLead)
            return false;
        if (Opener.Of(words, null) == SectionClass.Problems)
            return true;
        foreach (var lead in Leads)
        {
            if (words.Contains(lead, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private void Add(TextRange range, int mark)
    {
        var text = Words(TextRange.Between(range.Start + mark, range.End));
        if (text.Length > 0)
            _items.Add(new(text, range));
    }

    /// <summary>The lines of one numbered part; a heading on its own line ends in 。 here.</summary>
    private void Add(List<Stretch> part)
    {
        var text = new StringBuilder();
        foreach (var stretch in part)
        {
            EndSentence(text);
            text.Append(_page.Printed(stretch.Range));
        }

        var words = text.ToString();
        while (words.Length > 0 && EndMarks.Contains(Fazhi.Catalogues.Fold.Char(words[^1])))
            words = words[..^1];
        if (words.Length > 0)
            _items.Add(new(words, TextRange.Between(part[0].Range.Start, part[^1].Range.End)));
    }

    /// <summary>How many characters are a mark in words: 一方面，; 另一方面，.</summary>
    private int LinkLength(TextRange range)
    {
        var words = _page.FoldedAt(range);
        foreach (var link in Links)
        {
            if (words.StartsWith(link, StringComparison.Ordinal))
                return link.Length;
        }

        return 0;
    }

    private string Words(TextRange range)
    {
        var (start, end) = (range.Start, range.End);
        while (start < end && EndMarks.Contains(_page.Folded[start]))
            start++;
        start += LinkLength(TextRange.Between(start, end));
        while (end > start && EndMarks.Contains(_page.Folded[end - 1]))
            end--;
        var words = new StringBuilder(end - start);
        foreach (var line in _page.Text.AsSpan(start, end - start).EnumerateLines())
        {
            EndSentence(words);
            words.Append(line);
        }

        return words.ToString();
    }

    // A heading on its own line ends in 。 before what follows it.
    private static void EndSentence(StringBuilder words)
    {
        if (words.Length > 0 && !EndMarks.Contains(Fazhi.Catalogues.Fold.Char(words[^1])))
            words.Append('。');
    }
}
