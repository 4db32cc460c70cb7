using System.Xml;
using Fazhi.Documents.Archives;
using Fazhi.Documents.Layout;
using Fazhi.Documents.Pages;

namespace Fazhi.Documents.Ofd;

/// <summary>
/// .ofd (GB/T 33190-2016) → lines: OFD.xml names the documents, each document its pages, each page places its text. Templates, annotations and
/// backgrounds are no content.
/// </summary>
internal static class OfdReader
{
    public static RawContent Read(ZipPackage package, ReadBudget budget)
    {
        var pages = new List<PrintedPage>();
        foreach (var document in Texts(package, "OFD.xml", "DocRoot"))
        {
            var path = Resolve("OFD.xml", document);
            foreach (var page in Attributes(package, path, "Pages", "Page", "BaseLoc"))
            {
                pages.Add(OfdPage.Read(package, Resolve(path, page), budget));
                ReadBudget.Require(pages.Count, budget.Limits.MaxPages, "页数");
            }
        }

        if (pages.Count == 0)
            throw new InvalidDataException("no pages");
        if (pages.TrueForAll(p => p.Words.Count == 0))
            throw new UnreadableException(DocumentErrorCode.ScanWithoutText, "这是 OFD 文件，但里面只有图片、没有文字（扫描件）。请先用文字识别（OCR）转成 .docx 后再导入。");
        return PageText.Read(pages, budget);
    }

    private static List<string> Texts(ZipPackage package, string path, string name)
    {
        var texts = new List<string>();
        using var reader = Open(package, path);
        while (reader.Read())
        {
            package.CountNode(reader);
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == name && reader.Read() && reader.NodeType == XmlNodeType.Text)
                texts.Add(reader.Value.Trim());
        }

        return texts;
    }

    private static List<string> Attributes(ZipPackage package, string path, string parent, string name, string attribute)
    {
        var values = new List<string>();
        var inside = -1;
        using var reader = Open(package, path);
        while (reader.Read())
        {
            package.CountNode(reader);
            if (inside >= 0 && reader.Depth <= inside)
                inside = -1;
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == parent)
                inside = reader.Depth;
            else if (inside >= 0 && reader.LocalName == name && reader.GetAttribute(attribute) is { } value)
                values.Add(value.Trim());
        }

        return values;
    }

    internal static XmlReader Open(ZipPackage package, string path) => package.TryOpenXml(path) ?? throw new InvalidDataException($"no {path}");

    /// <summary>A place as one file names another: from its own folder, or from the root.</summary>
    private static string Resolve(string from, string place)
    {
        var parts = new List<string>();
        if (!place.StartsWith('/'))
            parts.AddRange(from.Split('/')[..^1]);
        foreach (var part in place.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or ".."))
                parts.Add(part);
        }

        return string.Join('/', parts.Where(p => p.Length > 0));
    }
}
