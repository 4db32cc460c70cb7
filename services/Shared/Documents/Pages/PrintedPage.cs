namespace Fazhi.Documents.Pages;

/// <summary>A page of a format that places words on paper.</summary>
/// <param name="Height">Its height.</param>
/// <param name="Words">What is on it, in any order.</param>
internal sealed record PrintedPage(double Height, IReadOnlyList<PlacedWord> Words);
