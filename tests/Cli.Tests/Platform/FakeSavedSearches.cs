using Fazhi.Hosting;
using Fazhi.Search.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Fazhi.Cli.Tests.Platform;

/// <summary>Keeps searches in a list.</summary>
internal sealed class FakeSavedSearches : SavedSearchService.SavedSearchServiceBase
{
    private readonly List<SavedSearch> _kept = [];

    public override Task<SavedSearch> CreateSavedSearch(CreateSavedSearchRequest request, ServerCallContext context)
    {
        Assert.True(Guid.TryParse(request.RequestId, out _));
        var saved = new SavedSearch(request.SavedSearch) { Name = $"savedSearches/s{_kept.Count + 1}", NewCount = 2, CreateTime = new Timestamp() };
        _kept.Add(saved);
        return Task.FromResult(saved);
    }

    public override Task<SavedSearch> GetSavedSearch(GetSavedSearchRequest request, ServerCallContext context) => Task.FromResult(Find(request.Name));

    public override Task<ListSavedSearchesResponse> ListSavedSearches(ListSavedSearchesRequest request, ServerCallContext context) =>
        Task.FromResult(new ListSavedSearchesResponse { SavedSearches = { _kept } });

    public override Task<Empty> DeleteSavedSearch(DeleteSavedSearchRequest request, ServerCallContext context)
    {
        _kept.Remove(Find(request.Name));
        return Task.FromResult(new Empty());
    }

    public override Task<ListMatchesResponse> ListMatches(ListMatchesRequest request, ServerCallContext context)
    {
        var search = Find(request.Parent);
        var match = new SavedSearchMatch { Number = 7, New = true, MatchTime = new Timestamp(), Result = new SearchResult { Document = new() { Title = "望岫县工作要点", Name = "plans/p1" } } };
        return Task.FromResult(search.NewCount == 0 && request.NewOnly ? new ListMatchesResponse() : new ListMatchesResponse { TotalSize = 1, Matches = { match } });
    }

    public override Task<SavedSearch> MarkSeen(MarkSeenRequest request, ServerCallContext context)
    {
        var search = Find(request.Name);
        search.NewCount = request.UpTo == 0 ? 0 : 1;
        return Task.FromResult(search);
    }

    private SavedSearch Find(string name) => _kept.Find(saved => saved.Name == name)
        ?? throw ErrorStatus.From(FazhiException.NotFound("savedSearch", name)).ToRpcException();
}
