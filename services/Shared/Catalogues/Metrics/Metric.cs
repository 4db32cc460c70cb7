using System.Collections.Immutable;

namespace Fazhi.Catalogues.Metrics;

/// <summary>Something that reports give a figure of, by one name, so that regions and years can be compared.</summary>
/// <param name="Id">Its id, lower-case ASCII words joined by hyphens; it never changes: <c>reconsideration-closed</c>.</param>
/// <param name="Name">Its standard name: 行政复议审结件数.</param>
/// <param name="Theme">The theme it belongs to: <c>outline-2021/22</c>; empty where the outline has none for it.</param>
/// <param name="Units">The measure words that fit it, folded; the first is the standard one.</param>
public sealed record Metric(string Id, string Name, string Theme, ImmutableArray<string> Units);
