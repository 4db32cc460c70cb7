using System.Collections.Concurrent;
using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Search.V1;
using Grpc.Core;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Gateway.Tests.World;

/// <summary>What the fake services answer with. Each test brings its own entries, so tests can run at once.</summary>
internal sealed class FakeLibrary
{
    /// <summary>Answers by the words of the query.</summary>
    public ConcurrentDictionary<string, Func<SearchRequest, SearchResponse>> Searches { get; } = new(StringComparer.Ordinal);

    /// <summary>Suggestions by the words typed.</summary>
    public ConcurrentDictionary<string, Suggestion[]> Suggestions { get; } = new(StringComparer.Ordinal);

    /// <summary>What is like a task or passage, by its name.</summary>
    public ConcurrentDictionary<string, Func<MoreLikeThisRequest, MoreLikeThisResponse>> Alike { get; } = new(StringComparer.Ordinal);

    /// <summary>Explanations by the name of the document.</summary>
    public ConcurrentDictionary<string, Func<ExplainRequest, ExplainResponse>> Explanations { get; } = new(StringComparer.Ordinal);

    /// <summary>Exports by the words of the query.</summary>
    public ConcurrentDictionary<string, Func<ExportRequest, IServerStreamWriter<ExportChunk>, ServerCallContext, Task>> Exports { get; } = new(StringComparer.Ordinal);

    /// <summary>What the index says of itself in place of what it mostly says.</summary>
    public IndexStatus? Index { get; set; }

    public ConcurrentDictionary<string, SavedSearch> SavedSearches { get; } = new(StringComparer.Ordinal);

    /// <summary>Matches by the name of the saved search.</summary>
    public ConcurrentDictionary<string, SavedSearchMatch[]> Matches { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, Plan> Plans { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, Report> Reports { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, byte[]> Originals { get; } = new(StringComparer.Ordinal);
}
