using Fazhi.Documents.V1;

namespace Fazhi.Gateway.Browsing;

/// <summary>How a block of a document is shown.</summary>
public enum BlockKind
{
    /// <summary>Running text.</summary>
    Text,

    /// <summary>A heading alone on its line.</summary>
    Heading,

    /// <summary>A line that names units.</summary>
    UnitLine,

    /// <summary>Rows of a table.</summary>
    Table,

    /// <summary>Addressees, signature, dates.</summary>
    Imprint,
}

/// <summary>One block of a document's text, ready to be shown.</summary>
/// <param name="Kind">How it is shown.</param>
/// <param name="Lead">The part in bold: the heading that a paragraph opens with; empty if there is none.</param>
/// <param name="Text">The rest.</param>
/// <param name="Level">Level of the heading, 1 to 4; 0 for text.</param>
/// <param name="Section">Index of the section that begins here; -1 if none does.</param>
/// <param name="IsHit">The place that the reader came for is in here.</param>
/// <param name="Rows">Cells of a table, by row.</param>
public sealed record DocumentBlock(BlockKind Kind, string Lead, string Text, int Level, int Section, bool IsHit, IReadOnlyList<string[]> Rows);

/// <summary>Lays out the text of a document. Ranges that reach outside the text are clipped.</summary>
internal static class DocumentBlocks
{
    /// <summary>The blocks in order.</summary>
    /// <param name="content">The text and its structure.</param>
    /// <param name="hit">Character that the reader came for; -1 for none.</param>
    public static IReadOnlyList<DocumentBlock> Of(Content content, int hit = -1)
    {
        var blocks = new List<DocumentBlock>();
        var sections = SectionsByStart(content);
        foreach (var paragraph in content.Paragraphs.Count > 0 ? content.Paragraphs : [.. LinesAsParagraphs(content.Text)])
        {
            if (paragraph.Kind is Paragraph.Types.Kind.Title)
                continue;
            var block = BlockOf(content, paragraph, sections, hit);
            if (block.Kind is BlockKind.Table && blocks is [.., { Kind: BlockKind.Table } above])
                blocks[^1] = above with { Rows = [.. above.Rows, .. block.Rows], IsHit = above.IsHit || block.IsHit };
            else
                blocks.Add(block);
        }

        return blocks;
    }

    private static DocumentBlock BlockOf(Content content, Paragraph paragraph, IReadOnlyList<(int Start, int Index)> sections, int hit)
    {
        var (start, end) = Clip(content.Text, paragraph.Range);
        var text = content.Text[start..end];
        var section = sections.FirstOrDefault(begin => begin.Start >= start && begin.Start < end, (Start: -1, Index: -1)).Index;
        var isHit = hit >= start && hit < end;
        switch (paragraph.Kind)
        {
            case Paragraph.Types.Kind.TableRow:
                return new DocumentBlock(BlockKind.Table, "", "", 0, section, isHit, [text.Split('\t')]);
            case Paragraph.Types.Kind.UnitLine:
                return new DocumentBlock(BlockKind.UnitLine, "", text, 0, section, isHit, []);
            case Paragraph.Types.Kind.Imprint:
                return new DocumentBlock(BlockKind.Imprint, "", text, 0, section, isHit, []);
            default:
                return Headed(content, paragraph, text, start, section, isHit);
        }
    }

    /// <summary>A heading, or a paragraph that opens with one: 1.健全机制。每年……</summary>
    private static DocumentBlock Headed(Content content, Paragraph paragraph, string text, int start, int section, bool isHit)
    {
        var heading = section >= 0 ? content.Sections[section] : null;
        if (paragraph.Kind is Paragraph.Types.Kind.Heading)
            return new DocumentBlock(BlockKind.Heading, "", text, Math.Clamp(heading?.Level ?? 1, 1, 4), section, isHit, []);
        var lead = heading is null ? 0 : Math.Clamp(Clip(content.Text, heading.HeadingRange).End - start, 0, text.Length);
        return new DocumentBlock(BlockKind.Text, text[..lead], text[lead..], 0, section, isHit, []);
    }

    private static List<(int Start, int Index)> SectionsByStart(Content content)
        => [.. content.Sections.Select((section, index) => (Clip(content.Text, section.HeadingRange ?? section.Range).Start, index))];

    private static (int Start, int End) Clip(string text, TextRange? range)
    {
        var start = Math.Clamp(range?.Start ?? 0, 0, text.Length);
        return (start, (int)Math.Clamp((long)start + (range?.Length ?? 0), start, text.Length));
    }

    private static IEnumerable<Paragraph> LinesAsParagraphs(string text)
    {
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            if (line.Length > 0)
                yield return new Paragraph { Range = new TextRange { Start = start, Length = line.Length }, Section = -1, Kind = Paragraph.Types.Kind.Text };
            start += line.Length + 1;
        }
    }
}
