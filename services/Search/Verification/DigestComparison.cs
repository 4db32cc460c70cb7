using System.Security.Cryptography;
using System.Text;
using Fazhi.Search.Indexing;
using Fazhi.Search.V1;

namespace Fazhi.Search.Verification;

/// <summary>Holds what an index has against what a store has.</summary>
internal static class DigestComparison
{
    private const int MaxNames = 100;

    /// <summary>Compares.</summary>
    /// <param name="feed">Name of the feed.</param>
    /// <param name="stored">What the store has, settled.</param>
    /// <param name="indexed">What the index has, by name.</param>
    public static async Task<FeedVerification> RunAsync(string feed, DigestTable stored, IAsyncEnumerable<ContentDigest> indexed)
    {
        var result = new FeedVerification { Feed = feed, StoreCount = stored.Count, StoreHash = HashOf(stored) };
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var next = 0;
        await foreach (var (name, digest) in indexed)
        {
            result.IndexCount++;
            var bytes = Encoding.UTF8.GetBytes(name);
            Append(hash, bytes, digest);
            for (; next < stored.Count && stored.Name(next).SequenceCompareTo(bytes) < 0; next++)
                Add(result.Missing, stored.Name(next));
            if (next == stored.Count || !stored.Name(next).SequenceEqual(bytes))
            {
                Add(result.Surplus, bytes);
                continue;
            }
            if (!stored.Digest(next).SequenceEqual(digest))
                Add(result.Different, bytes);
            next++;
        }
        for (; next < stored.Count; next++)
            Add(result.Missing, stored.Name(next));
        result.IndexHash = Convert.ToHexStringLower(hash.GetHashAndReset());
        return result;
    }

    private static string HashOf(DigestTable table)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var i = 0; i < table.Count; i++)
            Append(hash, table.Name(i), table.Digest(i));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> name, ReadOnlySpan<byte> digest)
    {
        hash.AppendData(name);
        hash.AppendData([0]);
        hash.AppendData(digest);
    }

    private static void Add(ICollection<string> names, ReadOnlySpan<byte> name)
    {
        if (names.Count < MaxNames)
            names.Add(Encoding.UTF8.GetString(name));
    }
}
