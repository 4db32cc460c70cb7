using Fazhi.Documents.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Fazhi.Hosting;

/// <summary>Hands an upload that was received over to the sibling that keeps its type.</summary>
public static class UploadForwarding
{
    /// <summary>Sends the upload, marked so that it is not handed back.</summary>
    /// <param name="upload">The upload.</param>
    /// <param name="import">The sibling's method <c>ImportDocument</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static async Task<ImportDocumentResponse> ForwardAsync(
        this Upload upload,
        Func<CallOptions, AsyncClientStreamingCall<ImportDocumentRequest, ImportDocumentResponse>> import,
        CancellationToken cancellationToken)
    {
        using var call = import(new CallOptions(cancellationToken: cancellationToken));
        var metadata = upload.Metadata.Clone();
        metadata.Forwarded = true;
        try
        {
            await call.RequestStream.WriteAsync(new ImportDocumentRequest { Metadata = metadata }, cancellationToken);
            foreach (var chunk in upload.Bytes.Chunk(UploadReceiver.MaxChunkBytes))
                await call.RequestStream.WriteAsync(new ImportDocumentRequest { Chunk = UnsafeByteOperations.UnsafeWrap(chunk) }, cancellationToken);
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception error) when (error is RpcException or InvalidOperationException && !cancellationToken.IsCancellationRequested)
        {
            // The sibling ended the call before it had everything: its answer says why.
        }

        return await call.ResponseAsync;
    }
}
