using System.Globalization;
using Fazhi.Hosting;
using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Requests;
using Fazhi.Search.Themes;
using Fazhi.Search.V1;
using Google.Protobuf;

namespace Fazhi.Search.Exports;

/// <summary>Exports whole results: as fast as they are taken, however large, holding no more than a piece of the file.</summary>
internal sealed class ResultExporter(SearchIndex index, SearchRequestReader requests, SearchThemes themes, TimeProvider time) : IDisposable
{
    private const int PieceSize = 64 * 1024;
    private const int AtOnce = 4;

    private readonly SemaphoreSlim running = new(AtOnce, AtOnce);

    /// <summary>Writes the file that a request asks for, piece by piece.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: a field is wrong, or a sheet cannot have so many rows. RESOURCE_EXHAUSTED: too many exports at once.</exception>
    public async Task RunAsync(ExportRequest request, Func<ExportChunk, Task> send, CancellationToken cancellationToken)
    {
        var format = RequestChecks.KnownOr(request.Format, "format", ExportFormat.Csv);
        var search = request.Search?.Clone() ?? new SearchRequest();
        search.PageToken = "";
        search.PageSize = 1;
        search.PassagesPerDocument = 1;
        search.Facets.Clear();
        if (search.Rows == ResultRows.Unspecified)
            search.Rows = ResultRows.Passages;
        if (!await running.WaitAsync(TimeSpan.Zero, cancellationToken))
            throw FazhiException.ResourceExhausted("TOO_MANY_EXPORTS", $"同时最多导出 {AtOnce} 份：请稍后再试", TimeSpan.FromSeconds(5));
        try
        {
            var query = (await requests.ReadAsync(search, cancellationToken)).Query;
            if (format == ExportFormat.Xlsx && (await index.SearchAsync(query with { KeysOnly = true }, cancellationToken)).TotalRows > XlsxExport.MaxRows)
                throw TooManyRows();
            await WriteAsync(query, format, send, cancellationToken);
        }
        finally
        {
            running.Release();
        }
    }

    public void Dispose() => running.Dispose();

    private async Task WriteAsync(SearchQuery query, ExportFormat format, Func<ExportChunk, Task> send, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream(2 * PieceSize);
        using var target = new PieceStream(buffer);
        var first = FirstOf(format);
        var count = 0;
        using (var writer = Open(format, target))
        {
            await foreach (var hit in index.ScanAsync(query, cancellationToken))
            {
                if (++count > XlsxExport.MaxRows && format == ExportFormat.Xlsx)
                    throw TooManyRows();
                writer.Write(ExportRow.Of(hit, themes));
                if (buffer.Length >= PieceSize)
                    first = await SendAsync(first);
            }
        }
        await SendAsync(first);

        async Task<ExportChunk> SendAsync(ExportChunk chunk)
        {
            cancellationToken.ThrowIfCancellationRequested();
            chunk.Data = ByteString.CopyFrom(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
            buffer.SetLength(0);
            await send(chunk);
            return new ExportChunk();
        }
    }

    private static ExportWriter Open(ExportFormat format, Stream target) => format switch
    {
        ExportFormat.JsonLines => new JsonLinesExport(target),
        ExportFormat.Xlsx => new XlsxExport(target),
        _ => new CsvExport(target),
    };

    private ExportChunk FirstOf(ExportFormat format)
    {
        var (ending, type) = format switch
        {
            ExportFormat.JsonLines => ("jsonl", "application/jsonl"),
            ExportFormat.Xlsx => ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            _ => ("csv", "text/csv; charset=utf-8"),
        };
        var day = time.GetLocalNow().ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return new ExportChunk { FileName = $"检索结果-{day}.{ending}", ContentType = type };
    }

    private static FazhiException TooManyRows() => FazhiException.InvalidArgument(
        "format", $"结果超过一张工作表所能容纳的 {XlsxExport.MaxRows} 行：请缩小范围，或导出为 CSV", "TOO_MANY_ROWS");
}
