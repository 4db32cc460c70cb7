using Fazhi.Documents.V1;
using Grpc.Core;
using static Fazhi.Documents.V1.ImportDocumentResponse.Types;
using DocumentType = Fazhi.Documents.DocumentType;

namespace Fazhi.Hosting;

/// <summary>
/// Takes documents in:
/// <code>
///  1 receive ─▶ 2 known? ─▶ 3 read ─▶ 4 plan or report? ─▶ 5 find its region ─▶ 6 keep
///     limits       │ yes: as it was       │ other type: to the sibling
/// </code>
/// Nothing is written before step 6, which is one transaction: whatever goes wrong leaves everything as it was, and sending the same bytes again is safe.
/// </summary>
public sealed class DocumentImporter(IDocumentKeeper keeper, DocumentReading reading) : IDisposable
{
    // An upload is held in memory whole: this many at once, of at most 32 MiB each.
    private const int MaxUploads = 16;
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim uploading = new(MaxUploads);

    public async Task<ImportDocumentResponse> ImportAsync(IAsyncStreamReader<ImportDocumentRequest> requests, CancellationToken cancellationToken)
    {
        if (!await uploading.WaitAsync(MaxWait, cancellationToken))
            throw FazhiException.ResourceExhausted("TOO_MANY_UPLOADS", $"已有 {MaxUploads} 个文件同时上传，请稍后重试", TimeSpan.FromSeconds(2));
        try
        {
            return await ImportAsync(await UploadReceiver.ReceiveAsync(requests, cancellationToken), cancellationToken);
        }
        finally
        {
            uploading.Release();
        }
    }

    public void Dispose() => uploading.Dispose();

    private async Task<ImportDocumentResponse> ImportAsync(Upload upload, CancellationToken cancellationToken)
    {
        var id = DocumentId.OfHash(upload.Sha256);
        if (await keeper.FindAsync(id, cancellationToken) is { } known)
            return new ImportDocumentResponse { Outcome = Outcome.Unchanged, Document = known };

        var parsed = await reading.ReadAsync(upload, cancellationToken);
        if (parsed.DocumentType != keeper.Type)
            return await ForwardAsync(upload, parsed.DocumentType, cancellationToken);

        var created = await keeper.KeepAsync(await reading.PlaceAsync(upload, parsed, cancellationToken), cancellationToken);
        return new ImportDocumentResponse
        {
            Outcome = created ? Outcome.Created : Outcome.Unchanged,
            Document = await keeper.FindAsync(id, cancellationToken)
                ?? throw FazhiException.Unavailable(TimeSpan.Zero, "文件导入后随即被删除，请重新导入", "DELETED_MEANWHILE"),
        };
    }

    private Task<ImportDocumentResponse> ForwardAsync(Upload upload, DocumentType type, CancellationToken cancellationToken) =>
        upload.Metadata.Forwarded
            ? throw FazhiException.FailedPrecondition("SIBLINGS_DISAGREE", $"兄弟服务转来的文件在这里识别为{(type == DocumentType.Plan ? "计划" : "报告")}：两个服务的版本不一致")
            : keeper.ForwardAsync(upload, cancellationToken);
}
