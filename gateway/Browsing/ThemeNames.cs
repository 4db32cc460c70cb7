using System.Collections.Frozen;
using Fazhi.Plans.V1;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Gateway.Browsing;

/// <summary>The catalogues of themes as the plan service has them. Asked anew now and then: catalogues are loaded rarely.</summary>
internal sealed class ThemeNames(PageCalls calls, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private volatile Known _known = new([], FrozenDictionary<string, string>.Empty, DateTimeOffset.MinValue);

    /// <summary>The names by theme id; those that are known where the service does not answer.</summary>
    public async Task<IReadOnlyDictionary<string, string>> GetAsync(CancellationToken cancellationToken) => (await KnownAsync(cancellationToken)).Names;

    /// <summary>The catalogues with their groups and themes.</summary>
    public async Task<IReadOnlyList<ThemeCatalogue>> CataloguesAsync(CancellationToken cancellationToken) => (await KnownAsync(cancellationToken)).Catalogues;

    private async Task<Known> KnownAsync(CancellationToken cancellationToken)
    {
        var known = _known;
        if (time.GetUtcNow() - known.Since < Fresh)
            return known;
        var list = await calls.AskAsync("plans", call => calls.Themes.ListThemeCataloguesAsync(new ListThemeCataloguesRequest(), call), cancellationToken);
        var asked = await Task.WhenAll((list.Value?.Catalogues ?? []).Select(catalogue => calls.AskAsync(
            "plans", call => calls.Themes.GetThemeCatalogueAsync(new GetThemeCatalogueRequest { Name = catalogue.Name }, call), cancellationToken)));
        var catalogues = asked.Select(answer => answer.Value).OfType<ThemeCatalogue>().ToList();
        if (catalogues.Count == 0)
            return known;
        var names = catalogues.SelectMany(catalogue => catalogue.Themes).ToFrozenDictionary(theme => theme.Id, theme => theme.DisplayName, StringComparer.Ordinal);
        return _known = new(catalogues, names, time.GetUtcNow());
    }

    private sealed record Known(IReadOnlyList<ThemeCatalogue> Catalogues, FrozenDictionary<string, string> Names, DateTimeOffset Since);
}
