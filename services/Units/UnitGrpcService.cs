using Fazhi.Catalogues.Functions;
using Fazhi.Catalogues.Regions;
using Fazhi.Hosting;
using Fazhi.Units.Mentions;
using Fazhi.Units.Storage;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Fazhi.Units;

/// <summary><c>fazhi.units.v1.UnitService</c>: translates between the contract and the stores, decides nothing.</summary>
internal sealed class UnitGrpcService(
    RegionStore regions, UnitStore units, ProposalStore proposals, MentionService mentions, FunctionCatalog functions, ChangeLog changes) : V1.UnitService.UnitServiceBase
{
    private const int DefaultPage = 100;
    private const int LargestPage = 1000;
    private const int LongestText = 200;
    private const int MostHints = 50;
    private const int MostMentions = 5000;
    private const int MostAccepted = 1000;
    private const int MostImported = 50_000;

    public override async Task<V1.Region> GetRegion(V1.GetRegionRequest request, ServerCallContext context) =>
        RegionMessages.ToMessage(await regions.GetAsync(CodeOf(request.Name, "name"), context.CancellationToken));

    public override async Task<V1.ListRegionsResponse> ListRegions(V1.ListRegionsRequest request, ServerCallContext context)
    {
        var size = PageSize.Of(request.PageSize, DefaultPage, LargestPage);
        var filter = new RegionFilter(
            RegionMessages.OptionalCode("parent_code", request.ParentCode),
            RegionMessages.OptionalCode("below_code", request.BelowCode),
            RegionMessages.Level(request.Level),
            Text("text", request.Text));
        var after = PageToken.Read(request, 1) is [var code] ? code : "";
        var (found, total) = await regions.ListAsync(filter, after, size + 1, context.CancellationToken);
        var page = Page.Of(request, size, found, stored => [stored.Region.Code.Value]);
        return new V1.ListRegionsResponse { Regions = { page.Items.Select(RegionMessages.ToMessage) }, NextPageToken = page.NextPageToken, TotalSize = total };
    }

    public override async Task<V1.Region> CreateRegion(V1.CreateRegionRequest request, ServerCallContext context)
    {
        var region = request.Region ?? throw Missing("region");
        var created = await regions.CreateAsync(
            RegionMessages.Code("region.code", region.Code),
            RegionMessages.OptionalCode("region.parent_code", region.ParentCode),
            RegionMessages.ToDraft(region),
            request.RequestId,
            request,
            context.CancellationToken);
        return RegionMessages.ToMessage(created);
    }

    public override async Task<V1.Region> UpdateRegion(V1.UpdateRegionRequest request, ServerCallContext context)
    {
        var region = request.Region ?? throw Missing("region");
        var fields = FieldMasks.Read(request.UpdateMask, RegionMessages.Changeable);
        var updated = await regions.UpdateAsync(
            CodeOf(region.Name, "region.name"), region.Etag, current => RegionMessages.Change(current, region, fields), context.CancellationToken);
        return RegionMessages.ToMessage(updated);
    }

    public override async Task<V1.ResolveRegionResponse> ResolveRegion(V1.ResolveRegionRequest request, ServerCallContext context)
    {
        var text = string.IsNullOrWhiteSpace(request.Text) ? throw Missing("text") : Text("text", request.Text);
        if (request.Hints.Count > MostHints)
        {
            throw FazhiException.InvalidArgument("hints", $"最多 {MostHints} 个，实为 {request.Hints.Count} 个");
        }

        var hints = request.Hints.Select((hint, at) => Text($"hints[{at}]", hint)).ToList();
        var resolver = new RegionResolver(await regions.CatalogAsync(context.CancellationToken));
        var resolution = resolver.Resolve(text, hints);
        var candidates = await regions.GetManyAsync([.. resolution.Candidates.Select(candidate => candidate.Reference.Region!.Code).Distinct()], context.CancellationToken);
        return new V1.ResolveRegionResponse { Region = RegionMessages.ToMessage(resolution, text), Candidates = { candidates.Select(RegionMessages.ToMessage) } };
    }

    public override async Task<V1.Unit> GetUnit(V1.GetUnitRequest request, ServerCallContext context) =>
        UnitMessages.ToMessage(await units.GetAsync(Names.Unit.Parse(request.Name), context.CancellationToken));

    public override async Task<V1.ListUnitsResponse> ListUnits(V1.ListUnitsRequest request, ServerCallContext context)
    {
        var size = PageSize.Of(request.PageSize, DefaultPage, LargestPage);
        var filter = new UnitFilter(
            RegionMessages.OptionalCode("region_code", request.RegionCode),
            request.IncludeBelow,
            Text("text", request.Text),
            UnitMessages.Kind(request.Kind),
            request.Function);
        var (afterRegion, afterName) = PageToken.Read(request, 2) is [var region, var name] ? (region, name) : ("", "");
        var (found, total) = await units.ListAsync(filter, afterRegion, afterName, size + 1, context.CancellationToken);
        var page = Page.Of(request, size, found, stored => [stored.Unit.Region.Value, stored.Unit.Name]);
        return new V1.ListUnitsResponse { Units = { page.Items.Select(UnitMessages.ToMessage) }, NextPageToken = page.NextPageToken, TotalSize = total };
    }

    public override async Task<V1.Unit> CreateUnit(V1.CreateUnitRequest request, ServerCallContext context)
    {
        var given = request.Unit ?? throw Missing("unit");
        var unit = await mentions.CompleteAsync(
            UnitMessages.ToDraft(given).Check(RegionMessages.Code("unit.region_code", given.RegionCode)), context.CancellationToken);
        return UnitMessages.ToMessage(await units.CreateAsync(unit, request.RequestId, request, context.CancellationToken));
    }

    public override async Task<V1.Unit> UpdateUnit(V1.UpdateUnitRequest request, ServerCallContext context)
    {
        var unit = request.Unit ?? throw Missing("unit");
        var fields = FieldMasks.Read(request.UpdateMask, UnitMessages.Changeable);
        var updated = await units.UpdateAsync(
            Names.Unit.Parse(unit.Name, "unit.name"), unit.Etag, current => UnitMessages.Change(current, unit, fields), context.CancellationToken);
        return UnitMessages.ToMessage(updated);
    }

    public override async Task<Empty> DeleteUnit(V1.DeleteUnitRequest request, ServerCallContext context)
    {
        await units.DeleteAsync(Names.Unit.Parse(request.Name), request.Etag, context.CancellationToken);
        return new Empty();
    }

    public override async Task<V1.ResolveMentionsResponse> ResolveMentions(V1.ResolveMentionsRequest request, ServerCallContext context)
    {
        if (request.Mentions.Count > MostMentions)
        {
            throw FazhiException.InvalidArgument("mentions", $"最多 {MostMentions} 个，实为 {request.Mentions.Count} 个");
        }

        var texts = request.Mentions.Select((mention, at) => Text($"mentions[{at}]", mention)).ToList();
        var region = RegionMessages.OptionalCode("region_code", request.RegionCode);
        var resolved = await mentions.ResolveAsync(region, texts, Text("document", request.Document), context.CancellationToken);
        return new V1.ResolveMentionsResponse { Mentions = { resolved.Select(MentionMessages.ToMessage) } };
    }

    public override async Task<V1.ListUnitProposalsResponse> ListUnitProposals(V1.ListUnitProposalsRequest request, ServerCallContext context)
    {
        var size = PageSize.Of(request.PageSize, DefaultPage, LargestPage);
        var (afterRegion, afterName) = PageToken.Read(request, 2) is [var region, var name] ? (region, name) : ("", "");
        var (found, total) = await proposals.ListAsync(
            RegionMessages.OptionalCode("region_code", request.RegionCode), request.Document, afterRegion, afterName, size + 1, context.CancellationToken);
        var page = Page.Of(request, size, found, stored => [stored.Proposal.Region.Value, stored.Proposal.Name]);
        return new V1.ListUnitProposalsResponse { UnitProposals = { page.Items.Select(MentionMessages.ToMessage) }, NextPageToken = page.NextPageToken, TotalSize = total };
    }

    public override async Task<V1.AcceptUnitProposalsResponse> AcceptUnitProposals(V1.AcceptUnitProposalsRequest request, ServerCallContext context)
    {
        if (request.Names.Count is 0 or > MostAccepted)
        {
            throw FazhiException.InvalidArgument("names", $"应为 1 至 {MostAccepted} 个，实为 {request.Names.Count} 个");
        }

        var ids = request.Names.Select((name, at) => Names.Proposal.Parse(name, $"names[{at}]")).ToList();
        if (ids.Distinct(StringComparer.Ordinal).Count() < ids.Count)
        {
            throw FazhiException.InvalidArgument("names", "不能重复");
        }

        var made = await proposals.AcceptAsync(ids, request.RequestId, request, context.CancellationToken);
        return new V1.AcceptUnitProposalsResponse { Units = { made.Select(UnitMessages.ToMessage) } };
    }

    public override async Task<Empty> DismissUnitProposal(V1.DismissUnitProposalRequest request, ServerCallContext context)
    {
        await proposals.DismissAsync(Names.Proposal.Parse(request.Name), context.CancellationToken);
        return new Empty();
    }

    public override Task<V1.Function> GetFunction(V1.GetFunctionRequest request, ServerCallContext context) =>
        Task.FromResult(MentionMessages.ToMessage(
            functions.Find(Names.Function.Parse(request.Name)) ?? throw FazhiException.NotFound("Function", request.Name)));

    public override Task<V1.ListFunctionsResponse> ListFunctions(V1.ListFunctionsRequest request, ServerCallContext context)
    {
        var size = PageSize.Of(request.PageSize, DefaultPage, LargestPage);
        var kind = UnitMessages.Kind(request.Kind);
        var after = PageToken.Read(request, 1) is [var id] ? id : "";
        var all = functions.Functions.Where(function => kind is null || function.Kind == kind).ToList();
        var page = Page.Of(request, size, [.. all.Where(function => string.CompareOrdinal(function.Id, after) > 0).Take(size + 1)], function => [function.Id]);
        return Task.FromResult(new V1.ListFunctionsResponse { Functions = { page.Items.Select(MentionMessages.ToMessage) }, NextPageToken = page.NextPageToken, TotalSize = all.Count });
    }

    public override async Task<V1.ImportRegionsResponse> ImportRegions(V1.ImportRegionsRequest request, ServerCallContext context)
    {
        if (request.Regions.Count is 0 or > MostImported)
        {
            throw FazhiException.InvalidArgument("regions", $"应为 1 至 {MostImported} 个，实为 {request.Regions.Count} 个");
        }

        var given = request.Regions.Select((region, at) => RegionMessages.ToImported(region, at)).ToList();
        var (created, unchanged) = await regions.ImportAsync(given, context.CancellationToken);
        return new V1.ImportRegionsResponse { CreatedCount = created, UnchangedCount = unchanged };
    }

    public override async Task WatchChanges(V1.WatchChangesRequest request, IServerStreamWriter<V1.WatchChangesResponse> responseStream, ServerCallContext context)
    {
        await foreach (var change in changes.WatchAsync(request.ResumeToken, ChangedResource.Load, context.CancellationToken))
        {
            await responseStream.WriteAsync(ChangedResource.ToMessage(change), context.CancellationToken);
        }
    }

    private static RegionCode CodeOf(string name, string field) => RegionMessages.Code(field, Names.Region.Parse(name, field));

    private static string Text(string field, string text) => text.Length <= LongestText
        ? text
        : throw FazhiException.InvalidArgument(field, $"最多 {LongestText} 个字符，实为 {text.Length} 个");

    private static FazhiException Missing(string field) => FazhiException.InvalidArgument(field, "不能为空");
}
