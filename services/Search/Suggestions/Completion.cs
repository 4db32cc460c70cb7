using Fazhi.Search.V1;

namespace Fazhi.Search.Suggestions;

/// <summary>What an entry may be completed to.</summary>
/// <param name="Suggestion">The suggestion: the whole entry.</param>
/// <param name="Word">The word that it is completed by.</param>
internal sealed record Completion(Suggestion Suggestion, string Word);
