using System.Globalization;
using Fazhi.Documents;
using Fazhi.Units.V1;

namespace Fazhi.Hosting;

/// <summary>Reads uploads and finds their regions. Reading is pure computation: more at once than there are cores would only cost memory.</summary>
public sealed class DocumentReading(UnitService.UnitServiceClient units) : IDisposable
{
    private readonly SemaphoreSlim reading = new(Environment.ProcessorCount);

    /// <summary>Reads the bytes.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: they cannot be read; says why and where.</exception>
    public async Task<ParsedDocument> ReadAsync(Upload upload, CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        try
        {
            var result = await Task.Run(() => DocumentReader.Read(upload.Bytes, ReadLimits.Default, cancellationToken), cancellationToken);
            return result.Success ? result.Document : throw Refused(upload, result.Error);
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>Finds the region that the document names.</summary>
    public async Task<ImportedDocument> PlaceAsync(Upload upload, ParsedDocument parsed, CancellationToken cancellationToken) =>
        new(upload, parsed, await RegionOfAsync(parsed, cancellationToken));

    public void Dispose() => reading.Dispose();

    private async Task<RegionRef> RegionOfAsync(ParsedDocument parsed, CancellationToken cancellationToken)
    {
        if (parsed.Region is not { } mention)
            return new RegionRef();

        var request = new ResolveRegionRequest { Text = mention.Text, Hints = { parsed.Issuers.Select(issuer => issuer.Name).Take(50) } };
        var region = (await units.ResolveRegionAsync(request, cancellationToken: cancellationToken)).Region;
        region.Mention = mention.Text;
        region.Anonymised |= mention.Anonymised;
        return region;
    }

    private static FazhiException Refused(Upload upload, DocumentError error)
    {
        var name = upload.Metadata.FileName.Length == 0 ? "" : $"{upload.Metadata.FileName}：";
        var refusal = FazhiException.InvalidArgument("chunk", name + error.Message, ReasonOf(error.Code));
        return error.Offset is { } offset ? refusal.With("offset", offset.ToString(CultureInfo.InvariantCulture)) : refusal;
    }

    private static string ReasonOf(DocumentErrorCode code) => code switch
    {
        DocumentErrorCode.Empty => "DOCUMENT_EMPTY",
        DocumentErrorCode.TooLarge => "DOCUMENT_TOO_LARGE",
        DocumentErrorCode.UnknownFormat => "DOCUMENT_FORMAT_UNKNOWN",
        DocumentErrorCode.UndecodableText => "DOCUMENT_TEXT_UNDECODABLE",
        DocumentErrorCode.NoText => "DOCUMENT_WITHOUT_TEXT",
        DocumentErrorCode.NotAPlanOrReport => "NOT_A_PLAN_OR_REPORT",
        DocumentErrorCode.TimedOut => "DOCUMENT_TOO_COMPLEX",
        DocumentErrorCode.Damaged => "DOCUMENT_DAMAGED",
        DocumentErrorCode.Encrypted => "DOCUMENT_ENCRYPTED",
        DocumentErrorCode.ScanWithoutText => "DOCUMENT_IS_A_SCAN",
        DocumentErrorCode.ToolMissing => "PDF_READER_MISSING",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, null),
    };
}
