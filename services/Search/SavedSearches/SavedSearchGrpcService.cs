using Fazhi.Hosting;
using Fazhi.Search.SavedSearches.Webhooks;
using Fazhi.Search.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Fazhi.Search.SavedSearches;

/// <summary><c>fazhi.search.v1.SavedSearchService</c>: checks requests and passes them to the store.</summary>
internal sealed class SavedSearchGrpcService(SavedSearchStore store, MatchEvaluator evaluator, MatchReader reader, WebhookRules webhooks)
    : SavedSearchService.SavedSearchServiceBase
{
    private const int MaxTitleLength = 200;
    private const int MaxSecretLength = 200;
    private static readonly string[] Fields = ["title", "search", "webhook_url", "webhook_secret"];

    public override async Task<SavedSearch> CreateSavedSearch(CreateSavedSearchRequest request, ServerCallContext context)
    {
        var given = request.SavedSearch ?? throw FazhiException.InvalidArgument("saved_search", "不能为空");
        Check(given, Fields);
        return await store.FindMadeAsync(request, context.CancellationToken)
            ?? await evaluator.WithMembersAsync(
                given.Search, (members, positions) => store.CreateAsync(request, members, positions, context.CancellationToken), context.CancellationToken);
    }

    public override Task<SavedSearch> GetSavedSearch(GetSavedSearchRequest request, ServerCallContext context) => store.GetAsync(request.Name, context.CancellationToken);

    public override async Task<ListSavedSearchesResponse> ListSavedSearches(ListSavedSearchesRequest request, ServerCallContext context)
    {
        var page = await store.ListAsync(request, PageSize.Of(request.PageSize, 50, 200), context.CancellationToken);
        return new ListSavedSearchesResponse { SavedSearches = { page.Items }, NextPageToken = page.NextPageToken };
    }

    public override async Task<SavedSearch> UpdateSavedSearch(UpdateSavedSearchRequest request, ServerCallContext context)
    {
        var given = request.SavedSearch ?? throw FazhiException.InvalidArgument("saved_search", "不能为空");
        var fields = ReadMask(request);
        Check(given, fields);
        return fields.Contains("search")
            ? await evaluator.WithMembersAsync(given.Search, (members, _) => store.UpdateAsync(given, fields, members, context.CancellationToken), context.CancellationToken)
            : await store.UpdateAsync(given, fields, [], context.CancellationToken);
    }

    public override async Task<Empty> DeleteSavedSearch(DeleteSavedSearchRequest request, ServerCallContext context)
    {
        await store.DeleteAsync(request.Name, context.CancellationToken);
        return new Empty();
    }

    public override async Task<ListMatchesResponse> ListMatches(ListMatchesRequest request, ServerCallContext context)
    {
        var (page, total) = await store.ListMatchesAsync(request, PageSize.Of(request.PageSize, 20, 100), context.CancellationToken);
        var search = await store.GetAsync(request.Parent, context.CancellationToken);
        var results = await reader.ReadAsync(search.Search, [.. page.Items.Select(match => match.Name)], context.CancellationToken);
        return new ListMatchesResponse
        {
            Matches =
            {
                page.Items.Zip(results, (match, result) => new SavedSearchMatch
                {
                    Number = match.Number,
                    Result = result,
                    MatchTime = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(match.Time)),
                    New = match.New,
                }),
            },
            NextPageToken = page.NextPageToken,
            TotalSize = total,
        };
    }

    public override Task<SavedSearch> MarkSeen(MarkSeenRequest request, ServerCallContext context) => request.UpTo >= 0
        ? store.MarkSeenAsync(request, context.CancellationToken)
        : throw FazhiException.InvalidArgument("up_to", "不能是负数");

    private static HashSet<string> ReadMask(UpdateSavedSearchRequest request)
    {
        if (request.UpdateMask is not { Paths: { Count: > 0 } paths })
        {
            // The secret is never shown: who sends back what was read does not mean to remove it.
            return [.. Fields.Where(field => field != "webhook_secret" || request.SavedSearch.WebhookSecret.Length > 0)];
        }
        return paths.FirstOrDefault(path => !Fields.Contains(path)) is { } unknown
            ? throw FazhiException.InvalidArgument("update_mask", $"“{unknown}”不是可以修改的字段：{string.Join('、', Fields)}")
            : [.. paths];
    }

    private void Check(SavedSearch given, IReadOnlyCollection<string> fields)
    {
        if (fields.Contains("title") && (string.IsNullOrWhiteSpace(given.Title) || given.Title.Length > MaxTitleLength))
            throw FazhiException.InvalidArgument("saved_search.title", $"应为 1 至 {MaxTitleLength} 个字符");
        if (fields.Contains("search") && given.Search is null)
            throw FazhiException.InvalidArgument("saved_search.search", "不能为空");
        if (fields.Contains("webhook_secret") && given.WebhookSecret.Length > MaxSecretLength)
            throw FazhiException.InvalidArgument("saved_search.webhook_secret", $"最多 {MaxSecretLength} 个字符");
        if (fields.Contains("webhook_url") && given.WebhookUrl.Length > 0)
            webhooks.Check(given.WebhookUrl, "saved_search.webhook_url");
    }
}
