using Fazhi.Search.Text;

namespace Fazhi.Search.Query;

/// <summary>A word or a quoted phrase of a query. What it consists of must be found together and in this order.</summary>
/// <param name="Text">As it was typed, without the quotation marks, or as a variant of that is written.</param>
internal sealed record SearchTerm(string Text)
{
    /// <summary>The tokens to look for.</summary>
    public required TokenPhrase Phrase { get; init; }

    /// <summary>Where to look for them.</summary>
    public QueryField Field { get; init; }

    /// <summary>It stood in quotation marks: its words stay together.</summary>
    public bool Quoted { get; init; }

    /// <summary>It was not typed: it is another form of what was, or a part of it.</summary>
    public bool Derived { get; init; }
}
