using Fazhi.Search.Indexing;

namespace Fazhi.Search.Query;

/// <summary>A passage that was found.</summary>
/// <param name="Passage">The passage in full.</param>
/// <param name="Score">Its BM25; greater is better; 0 when nothing was looked for.</param>
internal sealed record ScoredPassage(IndexedPassage Passage, double Score);
