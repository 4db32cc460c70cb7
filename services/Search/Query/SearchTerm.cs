using Fazhi.Search.Text;

namespace Fazhi.Search.Query;

/// <summary>A word or a quoted phrase of a query. What it consists of must be found together and in this order.</summary>
/// <param name="Text">As it was typed, without the quotation marks.</param>
internal sealed record SearchTerm(string Text)
{
    /// <summary>The tokens to look for.</summary>
    public required TokenPhrase Phrase { get; init; }
}
