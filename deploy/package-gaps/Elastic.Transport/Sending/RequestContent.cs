using System.IO.Compression;
using System.Net;

namespace Elastic.Transport;

/// <summary>A body on its way to the connection; nothing of it is kept.</summary>
internal sealed class RequestContent : HttpContent
{
    private readonly PostData body;
    private readonly bool compress;

    public RequestContent(PostData body, string contentType, bool compress)
    {
        (this.body, this.compress) = (body, compress);
        Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (compress)
            Headers.ContentEncoding.Add("gzip");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, default);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (!compress)
        {
            await body.WriteAsync(stream, cancellationToken).ConfigureAwait(false);
            return;
        }

        var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true);
        await using (gzip.ConfigureAwait(false))
            await body.WriteAsync(gzip, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length ?? 0;
        return body.Length is not null && !compress;
    }
}
