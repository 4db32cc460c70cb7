using System.Collections.Immutable;

namespace Fazhi.Documents;

/// <summary>A date that belongs to the document itself.</summary>
/// <param name="Text">The date as printed.</param>
/// <param name="Readings">Every date that it can mean, earliest first; one when it is sound.</param>
/// <param name="Role">Signed or published.</param>
/// <param name="Range">Where it is printed; null when it comes from the page's metadata.</param>
public sealed record DateMention(string Text, ImmutableArray<DateOnly> Readings, DateRole Role, TextRange? Range)
{
    /// <summary>True when characters are lost and several dates are possible.</summary>
    public bool Ambiguous => Readings.Length > 1;
}
