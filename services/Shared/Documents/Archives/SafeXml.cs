using System.Xml;

namespace Fazhi.Documents.Archives;

/// <summary>XML from outside: no DTD, no outside entities.</summary>
internal static class SafeXml
{
    public static XmlReader Read(Stream stream) => XmlReader.Create(stream, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
        // Programs write control characters of damaged fonts into their XML as they are.
        CheckCharacters = false,
    });
}
