using Fazhi.Search.Indexing;

namespace Fazhi.Search.Fts5;

/// <summary>A change with all that can be worked out without the file.</summary>
/// <param name="Change">The change.</param>
/// <param name="Digest">Of the document; empty for other changes.</param>
/// <param name="Content">What is written of the document; null where the index had it already when it was prepared.</param>
internal sealed record PreparedChange(IndexChange Change, byte[] Digest, PreparedContent? Content)
{
    // So many are prepared ahead of the one that is being written, each on a core of its own.
    private static readonly int Ahead = 2 * Environment.ProcessorCount;

    /// <summary>Prepares changes on other cores while those before are written, and gives them in their order.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="knownDigest">The digest of the document of a name in the index; null when there is none. Called by the thread that asks for the changes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static IEnumerable<PreparedChange> InOrder(IReadOnlyList<IndexChange> changes, Func<string, byte[]?> knownDigest, CancellationToken cancellationToken)
    {
        var begun = new Queue<Task<PreparedChange>>(Ahead);
        foreach (var change in changes)
        {
            if (begun.Count == Ahead)
                yield return begun.Dequeue().GetAwaiter().GetResult();
            var known = change is IndexChange.PutDocument put ? knownDigest(put.Document.Name) : null;
            begun.Enqueue(Task.Run(() => Of(change, known), cancellationToken));
        }
        while (begun.TryDequeue(out var next))
            yield return next.GetAwaiter().GetResult();
    }

    private static PreparedChange Of(IndexChange change, byte[]? known)
    {
        if (change is not IndexChange.PutDocument { Document: var document })
            return new PreparedChange(change, [], null);
        var digest = DocumentDigest.Of(document);
        return new PreparedChange(change, digest, known is not null && digest.AsSpan().SequenceEqual(known) ? null : PreparedContent.Of(document));
    }
}
