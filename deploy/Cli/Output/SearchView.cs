using System.Globalization;
using Fazhi.Contracts;
using Fazhi.Search.V1;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Fazhi.Cli.Output;

/// <summary>The results of a search as a person reads them.</summary>
internal static class SearchView
{
    private static readonly Style PathStyle = new(Color.Blue);

    /// <param name="terminal">Where to.</param>
    /// <param name="rows">What was asked for as rows.</param>
    /// <param name="response">The results.</param>
    /// <param name="writeFacet">How a facet is shown.</param>
    public static void Write(Terminal terminal, ResultRows rows, SearchResponse response, Action<Terminal, Facet> writeFacet)
    {
        terminal.WriteLine(response.TotalSize == 0 ? "没有找到符合条件的内容。" : Summary(rows, response));
        WriteNotes(terminal, response);
        foreach (var result in response.Results)
            Write(terminal, result, ofDocument: rows is ResultRows.Unspecified or ResultRows.Documents);
        WritePartial(terminal, response);
        if (response.TotalSize == 0)
            return;
        terminal.WriteLine();
        foreach (var facet in response.Facets.Where(facet => facet.Values.Count > 0))
            writeFacet(terminal, facet);
        Paging.Write(terminal, response.NextPageToken);
    }

    /// <summary>One row.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="result">The row.</param>
    /// <param name="ofDocument">The row is a document, which may have more passages than are shown.</param>
    public static void Write(Terminal terminal, SearchResult result, bool ofDocument)
    {
        var document = result.Document;
        terminal.WriteLine();
        terminal.Write(Cells.Highlighted(Words.Title(document.Title, document.TitleInferred), result.TitleHighlights.Select(Place), Cells.Bold));
        terminal.WriteLine();
        string[] facts = [Terms.Of(document.Type), Terms.Of(result.PlanKind), Terms.Of(result.Status), Words.Of(document.Region), Words.InText(document.Period), document.Name];
        terminal.Write(Cells.Text(string.Join(" · ", facts.Where(fact => fact.Length > 0)), Cells.Dim));
        terminal.WriteLine();
        foreach (var passage in result.Passages)
            Write(terminal, passage);
        if (ofDocument && result.PassageCount > result.Passages.Count && result.Passages.Count > 0)
            terminal.Write(Indented(4, Cells.Text(string.Create(CultureInfo.InvariantCulture, $"……另有 {result.PassageCount - result.Passages.Count} 段"), Cells.Dim)));
    }

    /// <summary>A passage with where it stands, and what it is called.</summary>
    public static void Write(Terminal terminal, PassageHit passage)
    {
        if (PathOf(passage) is { Length: > 0 } path)
            terminal.Write(Indented(2, path));
        var text = new Paragraph();
        if (passage.CutBefore)
            text.Append("…");
        Cells.AppendHighlighted(text, passage.Text, passage.Highlights.Select(Place));
        if (passage.CutAfter)
            text.Append("…");
        terminal.Write(Indented(4, text));
        var name = passage.Task.Length > 0 ? passage.Task : passage.Passage;
        string[] facts = [passage.Deadlines.Count > 0 ? $"时限 {string.Join("、", passage.Deadlines)}" : "", name];
        if (facts.Any(fact => fact.Length > 0))
            terminal.Write(Indented(4, Cells.Text(string.Join(" · ", facts.Where(fact => fact.Length > 0)), Cells.Dim)));
    }

    private static string Summary(ResultRows rows, SearchResponse response) => rows switch
    {
        ResultRows.Passages => string.Create(CultureInfo.InvariantCulture, $"共 {response.TotalSize} 个段落，出自 {response.TotalDocuments} 份文件"),
        ResultRows.Tasks => string.Create(CultureInfo.InvariantCulture, $"共 {response.TotalSize} 项任务，出自 {response.TotalDocuments} 份文件"),
        _ when response.TotalPassages > 0 => string.Create(CultureInfo.InvariantCulture, $"共 {response.TotalSize} 份文件，{response.TotalPassages} 个段落"),
        _ => string.Create(CultureInfo.InvariantCulture, $"共 {response.TotalSize} 份文件"),
    };

    private static void WritePartial(Terminal terminal, SearchResponse response)
    {
        if (response.PartialResults.Count == 0)
            return;
        terminal.WriteLine();
        terminal.Write(Cells.Text("以下只含检索词的一部分，不计入以上数量。", new Style(Color.Green)));
        terminal.WriteLine();
        foreach (var result in response.PartialResults)
            Write(terminal, result, ofDocument: false);
    }

    private static void WriteNotes(Terminal terminal, SearchResponse response)
    {
        if (response.Variants.Count > 0)
            Note($"同时查找：{string.Join("、", response.Variants)}");
        if (response.SuggestedQuery.Length > 0)
            Note($"您是不是要找：{response.SuggestedQuery}");

        void Note(string text)
        {
            terminal.Write(Cells.Text(text, new Style(Color.Green)));
            terminal.WriteLine();
        }
    }

    // The number is a step of its own where the text does not show it anyway: whether the last heading is the one it numbers is not known.
    private static Paragraph PathOf(PassageHit passage)
    {
        var number = passage.Text.StartsWith(passage.Label, StringComparison.Ordinal) ? "" : passage.Label;
        var path = new Paragraph();
        foreach (var (step, i) in passage.Headings.Append(number).Select((step, i) => (step, i)).Where(step => step.step.Length > 0))
        {
            if (path.Length > 0)
                path.Append(" › ", PathStyle);
            Cells.AppendHighlighted(path, step, passage.HeadingHighlights.Where(highlight => highlight.Heading == i).Select(highlight => Place(highlight.Place)), PathStyle);
        }
        return path;
    }

    private static Padder Indented(int columns, IRenderable picture) => new(picture, new Padding(columns, 0, 0, 0));

    private static (int Start, int Length) Place(Highlight highlight) => (highlight.Start, highlight.Length);
}
