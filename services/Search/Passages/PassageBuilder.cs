using Fazhi.Documents.V1;
using Fazhi.Search.Indexing;
using TextRange = Fazhi.Search.Text.TextRange;

namespace Fazhi.Search.Passages;

/// <summary>
/// Cuts a document into passages: each task with its unit lines, and what else stands in each section. Every passage is a piece of the
/// document's text as it is.
/// </summary>
internal sealed class PassageBuilder
{
    private readonly Content content;
    private readonly SectionPaths paths;
    private readonly List<Block> blocks = [];
    private readonly HashSet<int> covered = [];

    private PassageBuilder(Content content)
    {
        this.content = content;
        paths = new SectionPaths(content.Sections);
    }

    /// <summary>
    /// The passages in the order of the document, at least one: that of a document without any text is empty, so that its title can be found.
    /// </summary>
    public static IReadOnlyList<IndexedPassage> Build(Content? content, IReadOnlyList<TaskSpan> tasks)
    {
        var builder = new PassageBuilder(content ?? new Content());
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
            blocks.Add(new Block(task.Name, task.Label, task.Headings, Clamp(task.Range)));
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
                    blocks.Add(new Block("", paths.LabelOf(paragraph.Section), paths.HeadingsOf(paragraph.Section), range));
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
                blocks.Add(new Block("", paths.LabelOf(i), paths.HeadingsOf(i), Clamp(new TextRange(range.Start, range.Length))));
        }
    }

    private void Cover(int section)
    {
        for (var i = section; i >= 0 && covered.Add(i); i = paths.ParentOf(i))
        {
        }
    }

    private IEnumerable<IndexedPassage> Split(Block block) => PassageSplitter.Split(content.Text, block.Range).Select(range => new IndexedPassage
    {
        Task = block.Task,
        Label = block.Label,
        Headings = block.Headings,
        Text = content.Text.Substring(range.Start, range.Length),
        Start = range.Start,
    });

    private bool OnlySpaceBetween(int start, int end) => start <= end && content.Text.AsSpan(start, end - start).IsWhiteSpace();

    private TextRange Clamp(TextRange range)
    {
        var start = Math.Clamp(range.Start, 0, content.Text.Length);
        return new TextRange(start, Math.Clamp(range.Length, 0, content.Text.Length - start));
    }

    private sealed record Block(string Task, string Label, IReadOnlyList<string> Headings, TextRange Range);
}
