using System.Collections.Frozen;
using Fazhi.Plans.V1;

namespace Fazhi.Gateway.Browsing;

/// <summary>What themes are called, as the catalogues of the plan service say it. Asked anew now and then: catalogues are loaded rarely.</summary>
internal sealed class ThemeNames(PageCalls calls, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private volatile Known _known = new(FrozenDictionary<string, string>.Empty, DateTimeOffset.MinValue);

    /// <summary>The names by theme id; those that are known where the service does not answer.</summary>
    public async Task<IReadOnlyDictionary<string, string>> GetAsync(CancellationToken cancellationToken)
    {
        var known = _known;
        if (time.GetUtcNow() - known.Since < Fresh)
            return known.Names;
        var list = await calls.AskAsync("plans", call => calls.Themes.ListThemeCataloguesAsync(new ListThemeCataloguesRequest(), call), cancellationToken);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var catalogue in list.Value?.Catalogues ?? [])
        {
            var full = await calls.AskAsync("plans", call => calls.Themes.GetThemeCatalogueAsync(new GetThemeCatalogueRequest { Name = catalogue.Name }, call), cancellationToken);
            foreach (var theme in full.Value?.Themes ?? [])
                names[theme.Id] = theme.DisplayName;
        }

        if (names.Count == 0)
            return known.Names;
        _known = new(names.ToFrozenDictionary(StringComparer.Ordinal), time.GetUtcNow());
        return _known.Names;
    }

    private sealed record Known(FrozenDictionary<string, string> Names, DateTimeOffset Since);
}
