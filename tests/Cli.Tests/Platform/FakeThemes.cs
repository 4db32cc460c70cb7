using Fazhi.Plans.V1;
using Grpc.Core;

namespace Fazhi.Cli.Tests.Platform;

/// <summary>Two catalogues that share the name of a theme.</summary>
internal sealed class FakeThemes : ThemeService.ThemeServiceBase
{
    private static readonly ThemeCatalogue[] Catalogues =
    [
        new() { Name = "themeCatalogues/new", Themes = { Theme("new/1", "行政应诉"), Theme("new/2", "行政执法程序"), Theme("new/3", "行政执法监督") } },
        new() { Name = "themeCatalogues/old", Themes = { Theme("old/9", "行政应诉") } },
    ];

    public override Task<ListThemeCataloguesResponse> ListThemeCatalogues(ListThemeCataloguesRequest request, ServerCallContext context) =>
        System.Threading.Tasks.Task.FromResult(new ListThemeCataloguesResponse { Catalogues = { Catalogues.Select(catalogue => new ThemeCatalogue { Name = catalogue.Name }) } });

    public override Task<ThemeCatalogue> GetThemeCatalogue(GetThemeCatalogueRequest request, ServerCallContext context) =>
        System.Threading.Tasks.Task.FromResult(Catalogues.Single(catalogue => catalogue.Name == request.Name));

    private static Theme Theme(string id, string name) => new() { Id = id, DisplayName = name };
}
