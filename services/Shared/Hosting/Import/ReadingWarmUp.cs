using Fazhi.Documents;

namespace Fazhi.Hosting;

/// <summary>Reads and classes a few words as soon as the host runs, beside its work: the first import then need not wait for tables to be built and code to be compiled.</summary>
internal sealed class ReadingWarmUp(ThemeDirectory themes, IHostApplicationLifetime lifetime) : BackgroundService
{
    private static readonly byte[] Plan = "望岫县2024年法治政府建设工作要点\n一、推进政务公开\n（一）年底前公开政府信息100条。\n责任单位：县司法局"u8.ToArray();
    private static readonly byte[] Report = "望岫县2024年法治政府建设年度报告\n一、主要成效\n全年审结行政复议案件57件。\n二、存在问题\n一是培训不多。"u8.ToArray();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        using var waiting = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        await Task.Run(
            () =>
            {
                DocumentReader.Read(Plan, cancellationToken: stoppingToken);
                DocumentReader.Read(Report, cancellationToken: stoppingToken);
                themes.Classify("推进政务公开", [], period: null).Count();
            },
            stoppingToken);
    }
}
