using Fazhi.Hosting;
using Fazhi.Plans.V1;
using Fazhi.Reports.Storage;
using Task = System.Threading.Tasks.Task;
using ThemeCatalogue = Fazhi.Catalogues.Themes.ThemeCatalogue;

namespace Fazhi.Reports.Themes;

/// <summary>Reports are classed by the catalogues that are followed. A change of catalogues makes all reports be taken in anew by those who follow them.</summary>
internal sealed class ReportThemes(ThemeService.ThemeServiceClient themes, ThemeStore store, ThemeDirectory directory, ILogger<ReportThemes> logger)
    : ThemeFollower(themes, logger)
{
    protected override async Task LoadKeptAsync(CancellationToken cancellationToken) => PutInForce(await store.AllAsync(cancellationToken));

    protected override async Task TakeAsync(IReadOnlyList<string> loaded, CancellationToken cancellationToken)
    {
        // In force before it is told: who takes a report in because of it gets the new themes.
        PutInForce(loaded);
        await store.ReplaceAsync(loaded, cancellationToken);
    }

    private void PutInForce(IEnumerable<string> loaded) =>
        directory.Load(loaded.Select(json => ThemeCatalogue.Parse(json).Value).OfType<ThemeCatalogue>());
}
