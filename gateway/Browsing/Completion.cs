using Fazhi.Search.V1;

namespace Fazhi.Gateway.Browsing;

/// <summary>A suggestion as the search field takes it.</summary>
/// <param name="Kind">What it is, for the reader: 单位.</param>
/// <param name="Query">The whole query with the last word completed.</param>
/// <param name="Address">Where to go instead of searching: a title leads to its document; empty for all else.</param>
public sealed record Completion(string Kind, string Query, string Address)
{
    public static Completion Of(Suggestion suggestion) => new(
        Labels.Of(suggestion.Kind),
        suggestion.Text,
        suggestion is { Kind: Suggestion.Types.Kind.Title, Name.Length: > 0 } ? DocumentLinks.Of(suggestion.Name) : "");
}
