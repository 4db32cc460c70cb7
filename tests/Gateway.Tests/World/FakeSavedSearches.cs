using Fazhi.Hosting;
using Fazhi.Search.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Fazhi.Gateway.Tests.World;

internal sealed class FakeSavedSearches(FakeLibrary library) : SavedSearchService.SavedSearchServiceBase
{
    public override Task<SavedSearch> CreateSavedSearch(CreateSavedSearchRequest request, ServerCallContext context)
    {
        if (request.SavedSearch.WebhookUrl.StartsWith("ftp:", StringComparison.Ordinal))
            throw FazhiException.InvalidArgument("saved_search.webhook_url", "只能是 https 地址");
        var saved = request.SavedSearch.Clone();
        saved.Name = $"savedSearches/{request.RequestId}";
        saved.Etag = "1";
        saved.CreateTime = Timestamp.FromDateTimeOffset(new DateTimeOffset(2024, 5, 6, 1, 2, 3, TimeSpan.Zero));
        return Task.FromResult(library.SavedSearches.GetOrAdd(saved.Name, saved));
    }

    public override Task<SavedSearch> GetSavedSearch(GetSavedSearchRequest request, ServerCallContext context) => Task.FromResult(Find(request.Name));

    public override Task<ListSavedSearchesResponse> ListSavedSearches(ListSavedSearchesRequest request, ServerCallContext context)
        => Task.FromResult(new ListSavedSearchesResponse { SavedSearches = { library.SavedSearches.Values } });

    public override Task<SavedSearch> UpdateSavedSearch(UpdateSavedSearchRequest request, ServerCallContext context)
    {
        var saved = Find(request.SavedSearch.Name).Clone();
        if (request.SavedSearch.Etag != saved.Etag)
            throw FazhiException.Aborted("SavedSearch", saved.Name);
        request.UpdateMask.Merge(request.SavedSearch, saved);
        saved.Etag += "1";
        return Task.FromResult(library.SavedSearches[saved.Name] = saved);
    }

    public override Task<Empty> DeleteSavedSearch(DeleteSavedSearchRequest request, ServerCallContext context)
        => library.SavedSearches.TryRemove(request.Name, out _) ? Task.FromResult(new Empty()) : throw FazhiException.NotFound("SavedSearch", request.Name);

    public override Task<ListMatchesResponse> ListMatches(ListMatchesRequest request, ServerCallContext context)
    {
        Find(request.Parent);
        var matches = library.Matches.GetValueOrDefault(request.Parent, []);
        return Task.FromResult(new ListMatchesResponse { Matches = { matches }, TotalSize = matches.Length });
    }

    public override Task<SavedSearch> MarkSeen(MarkSeenRequest request, ServerCallContext context)
    {
        var saved = Find(request.Name).Clone();
        saved.NewCount = library.Matches.GetValueOrDefault(request.Name, []).Count(match => match.Number > request.UpTo);
        return Task.FromResult(library.SavedSearches[saved.Name] = saved);
    }

    private SavedSearch Find(string name) => library.SavedSearches.TryGetValue(name, out var saved) ? saved : throw FazhiException.NotFound("SavedSearch", name);
}
