using System.Globalization;
using System.Text;
using System.Xml;
using Fazhi.Search.V1;
using Google.Protobuf.WellKnownTypes;

namespace Fazhi.Gateway.Browsing;

/// <summary>Writes the matches of a saved search as a feed (RFC 4287).</summary>
internal static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <summary>The feed in UTF-8. Addresses are those of the site.</summary>
    public static byte[] Write(Uri site, SavedSearch search, IEnumerable<SavedSearchMatch> matches)
    {
        var page = new Uri(site, SavedSearchLinks.Of(search.Name)).AbsoluteUri;
        var entries = matches.ToList();
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, "zh-CN");
            Element(xml, "id", page);
            Element(xml, "title", $"{search.Title} - 法治政府建设平台");
            Element(xml, "updated", Moment(entries.Select(match => match.MatchTime).Append(search.CreateTime).Max()));
            Author(xml, "法治政府建设平台");
            Link(xml, "self", $"{page}/feed.atom", "application/atom+xml");
            Link(xml, "alternate", page, "text/html");
            foreach (var match in entries)
                Entry(xml, site, page, match);
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Entry(XmlWriter xml, Uri site, string page, SavedSearchMatch match)
    {
        var document = match.Result?.Document ?? new();
        xml.WriteStartElement("entry", Namespace);
        Element(xml, "id", string.Create(CultureInfo.InvariantCulture, $"{page}#match-{match.Number}"));
        Element(xml, "title", document.Title);
        Element(xml, "updated", Moment(match.MatchTime));
        Link(xml, "alternate", new Uri(site, DocumentLinks.Of(document.Name)).AbsoluteUri, "text/html");
        var summary = new[] { Labels.Of(document.Region), Labels.Of(document.Period) }.Concat((match.Result?.Passages ?? []).Select(passage => passage.Text));
        Element(xml, "summary", string.Join('\n', summary.Where(text => text.Length > 0)));
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Namespace);
        Element(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address, string type)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, Writable(text));

    /// <summary>The text without what XML cannot hold: control characters and halves of characters.</summary>
    private static string Writable(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar))
        {
            if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))
                kept.Append(rune.ToString());
        }

        return kept.ToString();
    }

    private static string Moment(Timestamp? time)
        => (time ?? new Timestamp()).ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
