using Fazhi.Catalogues.Functions;

namespace Fazhi.Units.Mentions;

/// <summary>Reads a mention as soon as the host runs, beside its work: the first plan then need not wait for tables to be built.</summary>
internal sealed class MentionWarmUp(MentionReader reader) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Run(() => reader.Read("各乡镇（管委会）、县委依法治县办", MentionContext.None), stoppingToken);
}
