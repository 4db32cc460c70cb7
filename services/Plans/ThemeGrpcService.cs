using Fazhi.Hosting;
using Fazhi.Plans.Storage;
using Fazhi.Plans.Themes;
using Fazhi.Plans.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Task = System.Threading.Tasks.Task;
using ThemeCatalogue = Fazhi.Catalogues.Themes.ThemeCatalogue;

namespace Fazhi.Plans;

/// <summary><c>fazhi.plans.v1.ThemeService</c>: translates between the contract and the catalogues.</summary>
internal sealed class ThemeGrpcService(ThemeKeeper keeper, ThemeDirectory directory) : ThemeService.ThemeServiceBase
{
    private const int LongestText = 100_000;
    private const int MostHeadings = 20;
    private const int MostThemes = 10;

    public override Task<ListThemeCataloguesResponse> ListThemeCatalogues(ListThemeCataloguesRequest request, ServerCallContext context)
    {
        var size = PageSize.Of(request.PageSize, 100, 100);
        var after = PageToken.Read(request, 1)?[0];
        var rest = directory.Catalogues.SkipWhile(catalogue => after is not null && catalogue.Id != after).Skip(after is null ? 0 : 1).Take(size + 1).ToList();
        var page = Page.Of(request, size, rest, catalogue => [catalogue.Id]);
        return Task.FromResult(new ListThemeCataloguesResponse
        {
            Catalogues = { page.Items.Select(catalogue => catalogue.ToListed(LoadedOf(catalogue.Id))) },
            NextPageToken = page.NextPageToken,
        });
    }

    public override Task<V1.ThemeCatalogue> GetThemeCatalogue(GetThemeCatalogueRequest request, ServerCallContext context)
    {
        var catalogue = Find(request.Name, "name");
        return Task.FromResult(catalogue.ToContract(LoadedOf(catalogue.Id)));
    }

    public override async Task<V1.ThemeCatalogue> ImportThemeCatalogue(ImportThemeCatalogueRequest request, ServerCallContext context)
    {
        var catalogue = await keeper.ImportAsync(request.Json, context.CancellationToken);
        return catalogue.ToContract(LoadedOf(catalogue.Id));
    }

    public override async Task<Empty> DeleteThemeCatalogue(DeleteThemeCatalogueRequest request, ServerCallContext context)
    {
        var catalogue = Find(request.Name, "name");
        return await keeper.DeleteAsync(catalogue.Id, context.CancellationToken)
            ? new Empty()
            : throw FazhiException.FailedPrecondition("BUILT_IN", $"{request.Name} 是平台自带的主题目录，不能删除", "ThemeCatalogue", request.Name);
    }

    public override async Task<GetCrosswalkResponse> GetCrosswalk(GetCrosswalkRequest request, ServerCallContext context)
    {
        var crosswalk = await keeper.FindCrosswalkAsync(Find(request.From, "from"), Find(request.To, "to"), context.CancellationToken)
            ?? throw FazhiException.NotFound("Crosswalk", $"{request.From} → {request.To}");
        return new GetCrosswalkResponse { Entries = { crosswalk.Links.Select(link => link.ToContract()) } };
    }

    public override async Task<ImportCrosswalkResponse> ImportCrosswalk(ImportCrosswalkRequest request, ServerCallContext context)
    {
        var crosswalk = await keeper.ImportCrosswalkAsync(request.Json, context.CancellationToken);
        return new ImportCrosswalkResponse
        {
            From = PlanNames.ThemeCatalogue.Format(crosswalk.From),
            To = PlanNames.ThemeCatalogue.Format(crosswalk.To),
            EntryCount = crosswalk.Links.Length,
        };
    }

    public override Task<ClassifyTextResponse> ClassifyText(ClassifyTextRequest request, ServerCallContext context)
    {
        if (request.Text.Length > LongestText)
            throw FazhiException.InvalidArgument("text", $"最多 {LongestText} 个字符，给出了 {request.Text.Length} 个");
        if (request.Headings.Count > MostHeadings)
            throw FazhiException.InvalidArgument("headings", $"最多 {MostHeadings} 个，给出了 {request.Headings.Count} 个");
        if (request.MaxThemes is < 0 or > MostThemes)
            throw FazhiException.InvalidArgument("max_themes", $"应在 1 到 {MostThemes} 之间，给出了 {request.MaxThemes}");
        var only = request.Catalogue.Length == 0 ? null : Find(request.Catalogue, "catalogue").Id + "/";
        var themes = directory.Classify(request.Text, request.Headings, period: null, request.MaxThemes == 0 ? ThemeDirectory.UsualThemes : request.MaxThemes);
        return Task.FromResult(new ClassifyTextResponse { Themes = { themes.Where(theme => only is null || theme.Theme.StartsWith(only, StringComparison.Ordinal)) } });
    }

    public override async Task WatchThemeCatalogues(
        WatchThemeCataloguesRequest request, IServerStreamWriter<WatchThemeCataloguesResponse> responseStream, ServerCallContext context)
    {
        await foreach (var loaded in keeper.WatchAsync(context.CancellationToken))
            await responseStream.WriteAsync(new WatchThemeCataloguesResponse { Json = { loaded.Select(catalogue => catalogue.Json) } }, context.CancellationToken);
    }

    private ThemeCatalogue Find(string name, string field)
    {
        var id = PlanNames.ThemeCatalogue.Parse(name, field);
        return directory.Catalogues.FirstOrDefault(catalogue => catalogue.Id == id) ?? throw FazhiException.NotFound("ThemeCatalogue", name);
    }

    private LoadedCatalogue? LoadedOf(string id) => keeper.Loaded.FirstOrDefault(loaded => loaded.Id == id);
}
