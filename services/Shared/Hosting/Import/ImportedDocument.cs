using Fazhi.Documents;
using Fazhi.Documents.V1;
using Fazhi.Units.V1;

namespace Fazhi.Hosting;

/// <summary>A document that was received, read and placed: all that its service needs to keep it.</summary>
/// <param name="Upload">The bytes.</param>
/// <param name="Parsed">What they say.</param>
/// <param name="Region">Their region, as found in the catalogue.</param>
public sealed record ImportedDocument(Upload Upload, ParsedDocument Parsed, RegionRef Region)
{
    public string Id => DocumentId.OfHash(Upload.Sha256);

    public Source Source => new()
    {
        FileName = Upload.Metadata.FileName,
        Sha256 = Upload.Sha256,
        SizeBytes = Upload.Bytes.Length,
        Format = Parsed.Format.ToContract(),
        Encoding = Parsed.EncodingName,
    };
}
