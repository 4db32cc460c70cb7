using Fazhi.Search.Query;

namespace Fazhi.Search.Requests;

/// <summary>Makes the words of the query language ready at the start: the first query need not wait for them.</summary>
internal sealed class LanguageWarmUp(QueryLanguage language) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => language.Read("法治"), stoppingToken);
}
