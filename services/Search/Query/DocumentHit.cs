using Fazhi.Search.Indexing;

namespace Fazhi.Search.Query;

/// <summary>A row of a result: a document with the passages that show why it was found, or with the one passage that the row is.</summary>
/// <param name="Document">The document, without its passages.</param>
/// <param name="Score">That of its best passage; greater is better; 0 when nothing was looked for.</param>
/// <param name="PassageCount">How many of its passages match.</param>
/// <param name="Passages">The best of them, best first; the row's own where rows are passages or tasks.</param>
internal sealed record DocumentHit(IndexedDocument Document, double Score, int PassageCount, IReadOnlyList<ScoredPassage> Passages);
