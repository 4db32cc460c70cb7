using Fazhi.Hosting;
using Fazhi.Plans.V1;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Search.Themes;

/// <summary>Keeps the themes that can be searched by up to date.</summary>
internal sealed class SearchThemeFollower(ThemeService.ThemeServiceClient client, ThemeStore store, SearchThemes themes, ILogger<SearchThemeFollower> logger)
    : ThemeFollower(client, logger)
{
    protected override async Task LoadKeptAsync(CancellationToken cancellationToken)
    {
        if (await store.FindAsync(cancellationToken) is { } known)
            themes.Load(known);
    }

    protected override async Task TakeAsync(IReadOnlyList<string> loaded, CancellationToken cancellationToken)
    {
        themes.Load(loaded);
        await store.ReplaceAsync(loaded, cancellationToken);
    }
}
