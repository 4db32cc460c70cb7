using Fazhi.Search.Indexing;

namespace Fazhi.Search.Query;

/// <summary>A document that was found, with the passages that show why.</summary>
/// <param name="Document">The document, without its passages.</param>
/// <param name="Score">BM25 of its best passage; greater is better; 0 when nothing was looked for.</param>
/// <param name="PassageCount">How many of its passages match.</param>
/// <param name="Passages">The best of them, best first.</param>
internal sealed record DocumentHit(IndexedDocument Document, double Score, int PassageCount, IReadOnlyList<ScoredPassage> Passages);
