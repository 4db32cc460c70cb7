using Fazhi.Search.Indexing;

namespace Fazhi.Search.Fts5;

/// <summary>A change with all that can be worked out before the file is written to: on every core, and not within the transaction.</summary>
internal sealed class PreparedChange
{
    private PreparedContent? content;

    private PreparedChange(IndexChange change, byte[] digest) => (Change, Digest) = (change, digest);

    public IndexChange Change { get; }

    /// <summary>Of the document; empty for other changes.</summary>
    public byte[] Digest { get; }

    /// <summary>What is written of the document.</summary>
    public PreparedContent Content => content ??= PreparedContent.Of(((IndexChange.PutDocument)Change).Document);

    /// <summary>Prepares changes. What a document says is left for later where the index has it already.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="isKnown">Whether the index has a document with this name and digest.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static IReadOnlyList<PreparedChange> Of(IReadOnlyList<IndexChange> changes, Func<string, byte[], bool> isKnown, CancellationToken cancellationToken)
    {
        var prepared = new PreparedChange[changes.Count];
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, changes.Count, options, i => prepared[i] = new PreparedChange(
            changes[i],
            changes[i] is IndexChange.PutDocument put ? DocumentDigest.Of(put.Document) : []));
        PreparedChange[] unknown = [.. prepared.Where(one => one.Change is IndexChange.PutDocument put && !isKnown(put.Document.Name, one.Digest))];
        Parallel.ForEach(unknown, options, one => _ = one.Content);
        return prepared;
    }

    /// <summary>What is written of a document.</summary>
    internal sealed record PreparedContent(ColumnRecord Columns, IReadOnlyList<PassageTokens> Tokens, IReadOnlyList<string> Tags, IReadOnlyList<byte[]> Passages)
    {
        public static PreparedContent Of(IndexedDocument document)
        {
            PassageTokens[] tokens = [.. PassageTokens.Of(document)];
            return new PreparedContent(
                ColumnRecord.Of(document, tokens),
                tokens,
                [.. document.Passages.Select(passage => string.Join(' ', PassageTags.Of(passage).Select(TagToken.Of)))],
                [.. document.Passages.Select(PassageRecord.ToBytes)]);
        }
    }
}
