using System.Runtime.CompilerServices;
using Fazhi.Catalogues.Themes;
using Fazhi.Hosting;
using Fazhi.Plans.Storage;

namespace Fazhi.Plans.Themes;

/// <summary>Keeps the loaded catalogues and puts them in force: at the start of the host, and whenever one changes, here or in another process on the same store.</summary>
internal sealed class ThemeKeeper(ThemeStore store, ThemeDirectory directory, IHostApplicationLifetime lifetime, ILogger<ThemeKeeper> logger) : BackgroundService
{
    private const int MostCatalogues = 20;
    private const int LongestJson = 4 * 1024 * 1024;
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    private readonly Lock _taking = new();
    private IReadOnlyList<LoadedCatalogue> _inForce = [];
    private string? _state;
    private TaskCompletionSource _changed = New();

    /// <summary>The loaded catalogues that are in force, by id.</summary>
    public IReadOnlyList<LoadedCatalogue> Loaded
    {
        get
        {
            lock (_taking)
                return _inForce;
        }
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TakeAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Loads a catalogue.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: it is not well formed.</exception>
    public async Task<ThemeCatalogue> ImportAsync(string json, CancellationToken cancellationToken)
    {
        var catalogue = Parsed(ThemeCatalogue.Parse(Checked(json)));
        await store.SaveAsync(catalogue.Id, json, MostCatalogues, cancellationToken);
        await TakeAsync(cancellationToken);
        return catalogue;
    }

    /// <summary>Removes a loaded catalogue.</summary>
    /// <returns>False if none of that id is loaded.</returns>
    public async Task<bool> DeleteAsync(string id, CancellationToken cancellationToken)
    {
        var deleted = await store.DeleteAsync(id, cancellationToken);
        await TakeAsync(cancellationToken);
        return deleted;
    }

    /// <summary>Loads a crosswalk.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: it is not well formed.</exception>
    public async Task<Crosswalk> ImportCrosswalkAsync(string json, CancellationToken cancellationToken)
    {
        var (from, to) = CrosswalkEnds.Read(Checked(json));
        var crosswalk = Parsed(Crosswalk.Parse(json, Find(from), Find(to)));
        await store.SaveCrosswalkAsync(crosswalk.From, crosswalk.To, json, cancellationToken);
        return crosswalk;
    }

    /// <summary>The crosswalk between two catalogues; null if there is none, or if a catalogue that was loaded later has not its themes any more.</summary>
    public async Task<Crosswalk?> FindCrosswalkAsync(ThemeCatalogue from, ThemeCatalogue to, CancellationToken cancellationToken) =>
        await store.CrosswalkAsync(from.Id, to.Id, cancellationToken) is { } json
            ? Crosswalk.Parse(json, from, to).Value
            : Crosswalk.BuiltIn.FirstOrDefault(crosswalk => crosswalk.From == from.Id && crosswalk.To == to.Id);

    /// <summary>The loaded catalogues, now and after every change. When the host stops, so does this, that it need not wait for those who watch.</summary>
    public async IAsyncEnumerable<IReadOnlyList<LoadedCatalogue>> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        while (true)
        {
            Task changed;
            IReadOnlyList<LoadedCatalogue> loaded;
            lock (_taking)
                (changed, loaded) = (_changed.Task, _inForce);
            yield return loaded;
            await Task.WhenAny(changed, Task.Delay(Timeout.Infinite, ending.Token));
            cancellationToken.ThrowIfCancellationRequested();
            if (ending.IsCancellationRequested)
                throw FazhiException.Unavailable(TimeSpan.FromSeconds(1), "服务正在停止，请稍后再试", "STOPPING");
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(PollInterval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TakeAsync(stoppingToken);
            }
            // The store says what ails it elsewhere; the catalogues in force stay until it is well again.
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogDebug(error, "themes.unread");
            }
        }
    }

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        var state = await store.StateAsync(cancellationToken);
        if (state == Volatile.Read(ref _state))
            return;
        var loaded = await store.CataloguesAsync(cancellationToken);
        lock (_taking)
        {
            directory.Load(loaded.Select(catalogue => ThemeCatalogue.Parse(catalogue.Json).Value).OfType<ThemeCatalogue>());
            _inForce = loaded;
            _changed.SetResult();
            _changed = New();
        }

        await store.AnnounceAsync(state, cancellationToken);
        Volatile.Write(ref _state, state);
    }

    private ThemeCatalogue Find(string id) => directory.Catalogues.FirstOrDefault(catalogue => catalogue.Id == id)
        ?? throw FazhiException.InvalidArgument("json", $"没有主题目录“{(id.Length <= 100 ? id : id[..100] + "…")}”，请先载入", "THEMES_INVALID");

    private static string Checked(string json)
    {
        if (json.Length == 0)
            throw FazhiException.InvalidArgument("json", "不能为空");
        return json.Length <= LongestJson ? json : throw FazhiException.InvalidArgument("json", $"最多 {LongestJson} 个字符，给出了 {json.Length} 个");
    }

    private static T Parsed<T>(ThemeParseResult<T> result)
        where T : class => result.Success
        ? result.Value
        : throw FazhiException.InvalidArgument(result.Errors.Select(error => new FieldViolation($"json {error.Path}", error.Message)), "THEMES_INVALID");

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
