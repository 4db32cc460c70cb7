using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Search.V1;

namespace Fazhi.Gateway.Tests.World;

/// <summary>What the fake services answer with, and what they were asked. Answers are chosen by the query, so tests can run at once.</summary>
internal sealed class FakeLibrary
{
    public Dictionary<string, Func<SearchRequest, SearchResponse>> Searches { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Plan> Plans { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Report> Reports { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, byte[]> Originals { get; } = new(StringComparer.Ordinal);
}
