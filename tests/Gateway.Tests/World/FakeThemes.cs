using Fazhi.Plans.V1;
using Grpc.Core;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Gateway.Tests.World;

internal sealed class FakeThemes : ThemeService.ThemeServiceBase
{
    private static readonly ThemeCatalogue Catalogue = new()
    {
        Name = "themeCatalogues/outline-x",
        DisplayName = "某纲要",
        Themes = { new Theme { Id = "outline-x/22", DisplayName = "行政复议主渠道" } },
    };

    public override Task<ListThemeCataloguesResponse> ListThemeCatalogues(ListThemeCataloguesRequest request, ServerCallContext context)
        => Task.FromResult(new ListThemeCataloguesResponse { Catalogues = { Catalogue } });

    public override Task<ThemeCatalogue> GetThemeCatalogue(GetThemeCatalogueRequest request, ServerCallContext context)
        => Task.FromResult(Catalogue);
}
