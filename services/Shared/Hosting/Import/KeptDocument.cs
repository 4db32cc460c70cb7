using Fazhi.Documents.V1;

namespace Fazhi.Hosting;

/// <summary>A document that a service keeps.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="ReaderVersion">The version of the reader that read it.</param>
public sealed record KeptDocument(string Id, Source Source, int ReaderVersion);
