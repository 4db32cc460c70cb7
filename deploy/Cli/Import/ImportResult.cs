using Fazhi.Documents.V1;
using Google.Rpc;

namespace Fazhi.Cli.Import;

/// <summary>What became of one file, with the document that it is or the error.</summary>
internal sealed record ImportResult(FoundFile File, ImportOutcome Outcome, DocumentSummary? Document, Status? Error)
{
    public static ImportResult Failed(FoundFile file, Code code, string message) =>
        new(file, ImportOutcome.Failed, null, new Status { Code = (int)code, Message = message });

    public static ImportResult Skipped(FoundFile file) => new(file, ImportOutcome.Skipped, null, null);

    /// <summary>The server could not be reached, as opposed to: it refused the file.</summary>
    public bool Unreachable => Error is { Code: (int)Code.Unavailable };
}
