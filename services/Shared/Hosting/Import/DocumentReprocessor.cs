using Fazhi.Documents;
using Fazhi.Documents.V1;
using Grpc.Core;
using static Fazhi.Documents.V1.ReprocessDocumentsResponse.Types;

namespace Fazhi.Hosting;

/// <summary>
/// Reads kept documents anew from their originals, after the reader got better. Ids and people's corrections stay. Each document is one transaction, and a
/// document that was read by this version is left alone: broken off at any point, the next run goes on.
/// </summary>
public sealed class DocumentReprocessor(IDocumentKeeper keeper, DocumentReading reading, Originals originals)
{
    private const int MostNames = 1000;

    /// <summary>Reads the documents anew, one after the other, and tells of each.</summary>
    public async Task RunAsync(ReprocessDocumentsRequest request, IServerStreamWriter<ReprocessDocumentsResponse> responses, CancellationToken cancellationToken)
    {
        var documents = await ChooseAsync(request, cancellationToken);
        for (var index = 0; index < documents.Count; index++)
        {
            var response = await ReprocessAsync(documents[index], request.IncludeCurrent, cancellationToken);
            response.Name = keeper.Name.Format(documents[index].Id);
            (response.DoneCount, response.TotalCount) = (index + 1, documents.Count);
            await responses.WriteAsync(response, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<KeptDocument>> ChooseAsync(ReprocessDocumentsRequest request, CancellationToken cancellationToken)
    {
        if (request.Names.Count > MostNames)
            throw FazhiException.InvalidArgument("names", $"最多 {MostNames} 个，给出了 {request.Names.Count} 个");
        var ids = request.Names.Select(name => keeper.Name.Parse(name, "names")).ToHashSet(StringComparer.Ordinal);
        var all = await keeper.ListAsync(cancellationToken);
        if (ids.Except(all.Select(document => document.Id)).FirstOrDefault() is { } missing)
            throw FazhiException.NotFound(keeper.Type.ToString(), keeper.Name.Format(missing));
        return ids.Count == 0 ? all : [.. all.Where(document => ids.Contains(document.Id))];
    }

    private async Task<ReprocessDocumentsResponse> ReprocessAsync(KeptDocument document, bool includeCurrent, CancellationToken cancellationToken)
    {
        if (document.ReaderVersion == DocumentReader.Version && !includeCurrent)
            return new ReprocessDocumentsResponse { Outcome = Outcome.Unchanged };
        try
        {
            var upload = await LoadAsync(document, cancellationToken);
            var parsed = await reading.ReadAsync(upload, cancellationToken);
            return parsed.DocumentType == keeper.Type
                ? await ReplaceAsync(await reading.PlaceAsync(upload, parsed, cancellationToken), cancellationToken)
                : await MoveAsync(document, upload, cancellationToken);
        }
        // What cannot be read any more stays as it is, and does not keep the others from being read.
        catch (FazhiException error) when (error.Code is StatusCode.InvalidArgument or StatusCode.NotFound or StatusCode.FailedPrecondition)
        {
            return new ReprocessDocumentsResponse { Outcome = Outcome.Failed, Message = error.Message };
        }
    }

    private async Task<Upload> LoadAsync(KeptDocument document, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await foreach (var piece in originals.ReadAsync(document.Source.Sha256, cancellationToken))
            bytes.Write(piece);
        return new Upload(new ImportMetadata { FileName = document.Source.FileName }, bytes.ToArray(), document.Source.Sha256);
    }

    private async Task<ReprocessDocumentsResponse> ReplaceAsync(ImportedDocument document, CancellationToken cancellationToken)
    {
        var replaced = await keeper.ReplaceAsync(document, cancellationToken);
        return new ReprocessDocumentsResponse
        {
            Outcome = replaced.Changed ? Outcome.Changed : Outcome.Unchanged,
            Message = replaced.Unplaced.Count == 0
                ? ""
                : $"有 {replaced.Unplaced.Count} 处人工修正在新的解析结果中找不到原来的位置，已保留：{string.Join("；", replaced.Unplaced.Take(3).Select(Shown))}",
        };
    }

    private async Task<ReprocessDocumentsResponse> MoveAsync(KeptDocument document, Upload upload, CancellationToken cancellationToken)
    {
        // First there, then no longer here: whatever breaks off in between is put right by the next run.
        await keeper.ForwardAsync(upload, cancellationToken);
        await keeper.RemoveAsync(document.Id, cancellationToken);
        return new ReprocessDocumentsResponse { Outcome = Outcome.Moved };
    }

    private static string Shown(PartAnchor part) => part.Label + (part.Text.Length > 20 ? part.Text[..20] + "…" : part.Text);
}
