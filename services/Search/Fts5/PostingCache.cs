using Microsoft.Extensions.Caching.Memory;

namespace Fazhi.Search.Fts5;

/// <summary>
/// Postings that were asked for, those used last, up to so many bytes. As ids of documents only rise, what was read once stays right: a later generation reads what
/// has been added since, and leaves out what is gone.
/// </summary>
internal sealed class PostingCache : IDisposable
{
    /// <summary>Bytes that postings take at most.</summary>
    public const long MaxSize = 256L * 1024 * 1024;

    private const int Locks = 64;

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MaxSize });
    private readonly SemaphoreSlim[] reading = [.. Enumerable.Range(0, Locks).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>The postings of a source in the snapshot of a reader.</summary>
    public Postings Get(PostingSource source, PostingReader reader, CancellationToken cancellationToken)
    {
        if (Fitting(source, reader.Columns) is { } ready && ready.Documents >= reader.Columns.DocumentCount)
            return ready;

        // Many who ask for the same word at once have it read by one.
        var turn = reading[(source.Key.GetHashCode(StringComparison.Ordinal) & int.MaxValue) % Locks];
        turn.Wait(cancellationToken);
        try
        {
            var known = Fitting(source, reader.Columns);
            if (known is not null && known.Documents >= reader.Columns.DocumentCount)
                return known;
            // One of a later generation lacks what went since then: this reader, who began before, reads for itself.
            var isNewest = known is not null || !cache.TryGetValue(KeyOf(source, reader.Columns), out _);
            var postings = reader.Read(source, known ?? Postings.Empty, cancellationToken);
            if (isNewest)
                cache.Set(KeyOf(source, reader.Columns), postings, new MemoryCacheEntryOptions { Size = postings.Size });
            return postings;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Frees what no reader that begins now can use.</summary>
    public void Clear() => cache.Clear();

    public void Dispose()
    {
        cache.Dispose();
        foreach (var turn in reading)
            turn.Dispose();
    }

    private static (string, long) KeyOf(PostingSource source, DocumentColumns columns) => (source.Key, columns.Epoch);

    private Postings? Fitting(PostingSource source, DocumentColumns columns) =>
        cache.TryGetValue<Postings>(KeyOf(source, columns), out var postings) && postings!.Generation <= columns.Generation ? postings : null;
}
