using Fazhi.Documents.V1;
using Fazhi.Search.Indexing;
using TextRange = Fazhi.Search.Text.TextRange;

namespace Fazhi.Search.Passages;

/// <summary>
/// Cuts a document into passages: each task with its unit lines, and what else stands in each section. Every passage is a piece of the
/// document's text as it is; a task is one passage.
/// </summary>
internal sealed class PassageBuilder
{
    /// <summary>What of a task is longer than this, in UTF-16 code units, is no part of its passage: it follows as text of its section.</summary>
    public const int LongestTask = 20_000;

    private readonly Content content;
    private readonly ReportedSpans reported;
    private readonly SectionPaths paths;
    private readonly List<Block> blocks = [];
    private readonly HashSet<int> covered = [];

    private PassageBuilder(Content content, ReportedSpans reported)
    {
        this.content = content;
        this.reported = reported;
        paths = new SectionPaths(content.Sections);
    }

    /// <summary>
    /// The passages in the order of the document, at least one: that of a document without any text is empty, so that its title can be found.
    /// </summary>
    /// <param name="content">Text and sections.</param>
    /// <param name="tasks">Its tasks, if it is a plan.</param>
    /// <param name="reported">What it says one by one, if it is a report, in the order of the document.</param>
    public static IReadOnlyList<IndexedPassage> Build(Content? content, IReadOnlyList<TaskSpan> tasks, IReadOnlyList<ReportedSpan>? reported = null)
    {
        var builder = new PassageBuilder(content ?? new Content(), new ReportedSpans(reported ?? []));
        builder.AddTasks(tasks);
        builder.AddParagraphs(tasks);
        builder.AddBareHeadings();
        var passages = builder.blocks.OrderBy(block => block.Range.Start).SelectMany(builder.Split).Take(Fts5.PassageId.MaxPassages).ToList();
        return passages.Count > 0 ? passages : [new IndexedPassage { Text = "" }];
    }

    private void AddTasks(IReadOnlyList<TaskSpan> tasks)
    {
        foreach (var task in tasks)
        {
            var range = Clamp(task.Range);
            var length = Math.Min(range.Length, LongestTask);
            if (length < range.Length && char.IsHighSurrogate(content.Text[range.Start + length - 1]))
                length--;
            blocks.Add(new Block(task, task.Label, task.Headings, range with { Length = length }));
            if (length < range.Length)
                blocks.Add(new Block(null, task.Label, task.Headings, new TextRange(range.Start + length, range.Length - length)));
            Cover(task.Section);
        }
    }

    // What no task covers; neighbours of one section become one block.
    private void AddParagraphs(IReadOnlyList<TaskSpan> tasks)
    {
        var taken = new Coverage(tasks.Select(task => Clamp(task.Range)));
        var previous = int.MinValue;
        foreach (var paragraph in content.Paragraphs)
        {
            if (paragraph.Kind is Paragraph.Types.Kind.Heading or Paragraph.Types.Kind.Title)
            {
                previous = int.MinValue;
                continue;
            }
            foreach (var range in taken.Outside(Clamp(new TextRange(paragraph.Range?.Start ?? 0, paragraph.Range?.Length ?? 0))))
            {
                if (paragraph.Section == previous && OnlySpaceBetween(blocks[^1].Range.End, range.Start))
                    blocks[^1] = blocks[^1] with { Range = new TextRange(blocks[^1].Range.Start, range.End - blocks[^1].Range.Start) };
                else
                    blocks.Add(new Block(null, paths.LabelOf(paragraph.Section), paths.HeadingsOf(paragraph.Section), range));
                previous = paragraph.Section;
                Cover(paragraph.Section);
            }
        }
    }

    // A heading with nothing below it is text of its own.
    private void AddBareHeadings()
    {
        for (var i = 0; i < content.Sections.Count; i++)
        {
            if (!covered.Contains(i) && content.Sections[i].HeadingRange is { } range)
                blocks.Add(new Block(null, paths.LabelOf(i), paths.HeadingsOf(i), Clamp(new TextRange(range.Start, range.Length))));
        }
    }

    private void Cover(int section)
    {
        for (var i = section; i >= 0 && covered.Add(i); i = paths.ParentOf(i))
        {
        }
    }

    private IEnumerable<IndexedPassage> Split(Block block) => block.Task is { } task
        ? PassageSplitter.Trim(content.Text, block.Range) is { Length: > 0 } range
            ? [PassageAt(block, range) with { Task = task.Name, Themes = task.Themes, Units = task.Units, Deadlines = task.Deadlines, HasTarget = task.HasTarget }]
            : []
        : PassageSplitter.Split(content.Text, block.Range, reported.Starts).Select(range => reported.Mark(PassageAt(block, range)));

    private IndexedPassage PassageAt(Block block, TextRange range) => new()
    {
        Label = block.Label,
        Headings = block.Headings,
        Text = content.Text.Substring(range.Start, range.Length),
        Start = range.Start,
    };

    private bool OnlySpaceBetween(int start, int end) => start <= end && content.Text.AsSpan(start, end - start).IsWhiteSpace();

    private TextRange Clamp(TextRange range)
    {
        var start = Math.Clamp(range.Start, 0, content.Text.Length);
        return new TextRange(start, Math.Clamp(range.Length, 0, content.Text.Length - start));
    }

    private sealed record Block(TaskSpan? Task, string Label, IReadOnlyList<string> Headings, TextRange Range);
}
