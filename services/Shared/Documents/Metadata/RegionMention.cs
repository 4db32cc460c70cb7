using System.Collections.Immutable;

namespace Fazhi.Documents;

/// <summary>The region that a document names as its own. It is a mention, not yet a region: codes are given elsewhere.</summary>
/// <param name="Text">The name as printed, from the highest level named: 临澜市望岫县石渡镇.</param>
/// <param name="Parts">The same in levels: 临澜市, 望岫县, 石渡镇. A part can be a short form (望岫).</param>
/// <param name="Anonymised">True when letters or marks stand for the name: xx市xx区.</param>
/// <param name="Range">Where it is printed; null when it comes from the page's head.</param>
/// <param name="Source">What part of the document named it.</param>
public sealed record RegionMention(string Text, ImmutableArray<string> Parts, bool Anonymised, TextRange? Range, RegionSource Source);
