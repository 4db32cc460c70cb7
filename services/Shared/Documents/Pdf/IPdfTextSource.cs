namespace Fazhi.Documents;

/// <summary>Takes a PDF apart into words with their places. Implemented by <see cref="PdfToText"/>; tests and other hosts may bring their own.</summary>
public interface IPdfTextSource
{
    /// <summary>Reads one PDF. Failures are outcomes, not exceptions.</summary>
    /// <param name="pdf">The whole file.</param>
    /// <param name="timeLimit">The longest time that it may take.</param>
    /// <param name="mostBytes">The most bytes of output.</param>
    /// <param name="cancellationToken">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    PdfText Read(ReadOnlyMemory<byte> pdf, TimeSpan timeLimit, int mostBytes, CancellationToken cancellationToken);
}
