using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using Fazhi.Search.Indexing;
using Fazhi.Search.Regions;
using Fazhi.Search.Themes;
using Fazhi.Search.V1;
using Google.Protobuf;

namespace Fazhi.Search.Results;

/// <summary>
/// Answers that were given may be given again while nothing has changed: what is kept is kept under the generation of the index and the versions of the
/// names, as they were before the search began. An answer is never older than what it is kept under.
/// </summary>
internal sealed class CachedSearch(SearchIndex index, SearchPages pages, RegionLookup regions, SearchThemes themes, SearchCache cache, IMeterFactory meters)
{
    private readonly Counter<long> answers = meters.Create("Fazhi.Search").CreateCounter<long>(
        "fazhi.search.answers", description: "Answers to first pages, by whether they were kept from before.");

    /// <summary>The answer to a request.</summary>
    public async Task<SearchResponse> GetAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        // Later pages are put together from what is held of the first.
        var generation = index.Generation;
        if (request.PageToken.Length > 0 || generation.Length == 0)
            return await pages.GetAsync(request, cancellationToken);

        var key = await KeyOfAsync(request, generation, cancellationToken);
        var found = await cache.FindAsync(key, cancellationToken);
        answers.Add(1, new KeyValuePair<string, object?>("kept", found is not null));
        if (found is { } kept)
            return SearchResponse.Parser.ParseFrom(kept);

        var response = await pages.GetAsync(request, cancellationToken);
        await cache.KeepAsync(key, response.ToByteArray(), cancellationToken);
        return response;
    }

    private async Task<string> KeyOfAsync(SearchRequest request, string generation, CancellationToken cancellationToken)
    {
        var names = await regions.GetAsync(cancellationToken);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{index.Engine}\n{generation}\n{names.Version}\n{themes.Version}\n"));
        hash.AppendData(request.ToByteArray());
        return "answer:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
