using Fazhi.Documents.V1;

namespace Fazhi.Hosting;

/// <summary>A document as it was uploaded, complete and within the limits.</summary>
/// <param name="Metadata">What the caller said of it; the file name is a label and has no folders.</param>
/// <param name="Bytes">All bytes; at least one.</param>
/// <param name="Sha256">SHA-256 of the bytes, 64 lower-case hexadecimal digits.</param>
public sealed record Upload(ImportMetadata Metadata, byte[] Bytes, string Sha256);
