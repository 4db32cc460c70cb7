namespace Fazhi.Search.Indexing;

/// <summary>What was taken in under a name, as a hash.</summary>
/// <param name="Name">Resource name of a document, or code of a region.</param>
/// <param name="Digest">SHA-256, 32 bytes.</param>
internal sealed record ContentDigest(string Name, byte[] Digest);
