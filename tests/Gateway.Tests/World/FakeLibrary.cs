using System.Collections.Concurrent;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Search.V1;

namespace Fazhi.Gateway.Tests.World;

/// <summary>What the fake services answer with. Each test brings its own entries, so tests can run at once.</summary>
internal sealed class FakeLibrary
{
    /// <summary>Answers by the words of the query.</summary>
    public ConcurrentDictionary<string, Func<SearchRequest, SearchResponse>> Searches { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, Plan> Plans { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, Report> Reports { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, byte[]> Originals { get; } = new(StringComparer.Ordinal);
}
