using System.Security.Cryptography;

namespace Fazhi.Hosting;

/// <summary>Ids of imported documents: the first 20 hexadecimal digits (80 bits) of the SHA-256 of the bytes, so that the same bytes are the same document.</summary>
public static class DocumentId
{
    private const int Length = 20;

    public static string Of(ReadOnlySpan<byte> bytes) => OfHash(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>The id of the bytes whose SHA-256 this is, 64 lower-case hexadecimal digits.</summary>
    public static string OfHash(string sha256) => sha256[..Length];
}
