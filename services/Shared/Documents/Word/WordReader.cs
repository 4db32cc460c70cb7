using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Fazhi.Documents.Archives;
using Fazhi.Documents.Layout;

namespace Fazhi.Documents.Word;

/// <summary>.docx → lines of its body; headers, footers and comments are no content, notes stand at the end.</summary>
internal static class WordReader
{
    private const string MainType = "wordprocessingml";
    private const string MacroType = "ms-word";

    /// <summary>True when the content types are those of a text document.</summary>
    public static bool IsWord(string contentTypes) => contentTypes.Contains(MainType, StringComparison.Ordinal) || contentTypes.Contains(MacroType, StringComparison.Ordinal);

    public static RawContent Read(ReadOnlyMemory<byte> bytes, ZipPackage package, ReadBudget budget)
    {
        CheckPackageParts(package);
        var settings = new OpenSettings { AutoSave = false, MaxCharactersInPart = budget.Limits.MaxExpandedBytes };
        using var document = WordprocessingDocument.Open(ZipPackage.ToStream(bytes), isEditable: false, settings);
        if (document.MainDocumentPart is not { } main || Root(main, package) is not { } root || root.Child("body") is not { } body)
            throw new InvalidDataException("no body");

        var styles = new WordStyles(Root(main.StyleDefinitionsPart, package));
        var numbering = new WordNumbering(Root(main.NumberingDefinitionsPart, package), styles);
        var writer = new WordWriter(styles, numbering, budget);
        var lines = writer.Write(body);
        AddNotes(lines, writer, Root(main.FootnotesPart, package), Root(main.EndnotesPart, package), budget);
        return ToContent(lines, budget) with { HeadTitle = TitleOf(document, package) };
    }

    /// <summary>The library reads all of these when it opens the file.</summary>
    private static void CheckPackageParts(ZipPackage package)
    {
        foreach (var name in package.Names)
        {
            if (name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || name.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase))
                package.CheckXml(name);
        }
    }

    /// <summary>A part's XML, once it is known to be within the limits.</summary>
    private static OpenXmlElement? Root(OpenXmlPart? part, ZipPackage package)
    {
        if (part is null)
            return null;
        CheckPart(part.Uri, package);
        return part.RootElement;
    }

    private static void CheckPart(Uri uri, ZipPackage package)
    {
        var name = uri.OriginalString;
        package.CheckXml(package.Contains(name) ? name : Uri.UnescapeDataString(name));
    }

    private static void AddNotes(List<WordLine> lines, WordWriter writer, OpenXmlElement? footnotes, OpenXmlElement? endnotes, ReadBudget budget)
    {
        var found = Index(footnotes).Concat(Index(endnotes)).GroupBy(n => n.Key).ToDictionary(g => g.Key, g => g.First().Value);
        var seen = new HashSet<(bool, string)>();
        for (var i = 0; i < writer.Notes.Count; i++)
        {
            budget.Spend();
            if (!found.TryGetValue(writer.Notes[i], out var note) || !seen.Add(writer.Notes[i]))
                continue;
            var text = string.Join(' ', writer.Write(note).Select(l => l.Text.Trim())).Trim();
            if (text.Length > 0)
                lines.Add(new($"注{seen.Count}：{text}"));
        }
    }

    private static IEnumerable<KeyValuePair<(bool IsEnd, string Id), OpenXmlElement>> Index(OpenXmlElement? notes)
    {
        foreach (var note in notes?.ChildElements ?? [])
        {
            if (note.Attribute("id") is { } id && note.Attribute("type") is null or "normal")
                yield return new((note.LocalName == "endnote", id), note);
        }
    }

    private static RawContent ToContent(List<WordLine> lines, ReadBudget budget)
    {
        var text = new StringBuilder();
        var raw = new List<RawLine>(lines.Count);
        foreach (var line in lines)
        {
            budget.Spend();
            raw.Add(new(text.Length, line.Text.Length, line.Table, line.Spanned, line.Heading));
            text.Append(line.Text).Append('\n');
        }

        return new(text.ToString(), raw);
    }

    private static string? TitleOf(WordprocessingDocument document, ZipPackage package)
    {
        if (document.CoreFilePropertiesPart is not { } properties)
            return null;
        CheckPart(properties.Uri, package);
        var title = document.PackageProperties.Title;
        return string.IsNullOrWhiteSpace(title) ? null : title;
    }
}
