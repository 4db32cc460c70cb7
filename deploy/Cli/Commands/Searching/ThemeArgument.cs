using Fazhi.Cli.Connection;
using Fazhi.Plans.V1;

namespace Fazhi.Cli.Commands.Searching;

/// <summary>Themes that the user named, as the ids that the services want.</summary>
internal static class ThemeArgument
{
    private const int MostShown = 12;

    /// <summary>The ids: what has a slash is one already; a name that themes of several catalogues share means all of them.</summary>
    /// <exception cref="CliException">No theme, or several, have that name.</exception>
    public static async Task<IReadOnlyList<string>> ToIdsAsync(Gateway gateway, IReadOnlyList<string> themes, CancellationToken cancellation)
    {
        if (themes.All(IsId))
            return themes;
        var known = await ListAsync(gateway, cancellation);
        return [.. themes.SelectMany(theme => IsId(theme) ? [theme] : Find(known, theme)).Distinct()];
    }

    private static bool IsId(string theme) => theme.Contains('/', StringComparison.Ordinal);

    private static IEnumerable<string> Find(IReadOnlyList<Theme> known, string name)
    {
        var exact = known.Where(theme => theme.DisplayName == name).ToList();
        var found = exact.Count > 0 ? exact : [.. known.Where(theme => theme.DisplayName.Contains(name, StringComparison.Ordinal))];
        var names = found.Select(theme => theme.DisplayName).Distinct().ToList();
        return names.Count switch
        {
            1 => found.Select(theme => theme.Id),
            0 => throw new CliException($"没有名为“{name}”的主题。可用 fazhi suggest {name} --kind theme 查找"),
            _ => throw new CliException(
                $"“{name}”可能是：{string.Join("、", found.Take(MostShown).Select(theme => $"{theme.DisplayName}（{theme.Id}）"))}{(found.Count > MostShown ? "……" : "")}。请写全称或编号"),
        };
    }

    private static async Task<IReadOnlyList<Theme>> ListAsync(Gateway gateway, CancellationToken cancellation)
    {
        var catalogues = await gateway.Themes.ListThemeCataloguesAsync(new ListThemeCataloguesRequest(), Gateway.Call(cancellation));
        var full = await System.Threading.Tasks.Task.WhenAll(catalogues.Catalogues.Select(catalogue =>
            gateway.Themes.GetThemeCatalogueAsync(new GetThemeCatalogueRequest { Name = catalogue.Name }, Gateway.Call(cancellation)).ResponseAsync));
        return [.. full.SelectMany(catalogue => catalogue.Themes)];
    }
}
