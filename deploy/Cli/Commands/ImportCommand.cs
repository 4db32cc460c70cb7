using System.CommandLine;
using System.Diagnostics;
using Fazhi.Cli.Connection;
using Fazhi.Cli.Import;
using Fazhi.Units.V1;
using Spectre.Console;

namespace Fazhi.Cli.Commands;

/// <summary><c>fazhi import PATH…</c></summary>
internal static class ImportCommand
{
    private const int MostAtOnce = 16;

    public static Command Create(SharedOptions shared)
    {
        var paths = new Argument<string[]>("PATH") { Description = "文件或文件夹（含子文件夹，跳过隐藏文件）", Arity = ArgumentArity.OneOrMore };
        var goOn = new Option<bool>("--continue") { Description = "有文件失败时继续处理其余文件（默认）" };
        var stop = new Option<bool>("--no-continue") { Description = "有文件失败时停止" };
        var parallel = new Option<int>("--parallel")
        {
            Description = $"同时导入的文件数，1 到 {MostAtOnce}",
            HelpName = "N",
            DefaultValueFactory = _ => 4,
            CustomParser = result => Filters.ParseNumber("--parallel", 1, MostAtOnce, result),
        };
        var command = new Command("import", "导入文件和文件夹；自动识别是计划还是报告、地区、年度和标题。--json 时每个文件输出一行") { paths, goOn, stop, parallel };
        command.Validators.Add(result =>
        {
            if (result.GetValue(goOn) && result.GetValue(stop))
                result.AddError("--continue 与 --no-continue 不能同时使用");
        });
        shared.Run(command, (parsed, session, cancellation) =>
            RunAsync(session, parsed.GetRequiredValue(paths), parsed.GetValue(parallel), goOn: !parsed.GetValue(stop), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Session session, string[] paths, int parallel, bool goOn, CancellationToken cancellation)
    {
        var files = FileCollector.Collect(paths);
        if (files.Count == 0)
            throw new CliException("没有可导入的文件（隐藏文件会被跳过）");

        // A server that is not there is found out once, not once for every file.
        await session.Gateway.Units.ListRegionsAsync(new ListRegionsRequest { PageSize = 1 }, Gateway.Call(cancellation));

        var clock = Stopwatch.StartNew();
        var run = new ImportRun(new Importer(session.Gateway.Plans).ImportAsync, parallel, goOn);
        var results = session.Terminal.IsPerson
            ? await RunWithBarAsync(session.Terminal.Canvas, run, files, cancellation)
            : await run.RunAsync(files, result => WriteLine(session, result), cancellation);
        if (!session.Terminal.IsJson)
        {
            session.Terminal.Write(ImportTable.Build(session.Terminal, results));
            session.Terminal.WriteLine(ImportTable.Summary(results, clock.Elapsed));
        }
        return cancellation.IsCancellationRequested ? ExitCode.Interrupted : CodeOf(results);
    }

    private static void WriteLine(Session session, ImportResult result)
    {
        if (session.Terminal.IsJson)
            session.Terminal.WriteJsonLine(ImportLine.Format(result));
    }

    private static async Task<IReadOnlyList<ImportResult>> RunWithBarAsync(IAnsiConsole canvas, ImportRun run, IReadOnlyList<FoundFile> files, CancellationToken cancellation) =>
        await canvas.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask($"导入 {files.Count} 个文件", maxValue: files.Count);
                return await run.RunAsync(files, _ => bar.Increment(1), cancellation);
            });

    private static int CodeOf(IReadOnlyList<ImportResult> results)
    {
        if (results.All(result => result.Outcome is ImportOutcome.Created or ImportOutcome.Unchanged))
            return ExitCode.Success;
        return results.All(result => result.Unreachable || result.Outcome == ImportOutcome.Skipped) ? ExitCode.Unreachable : ExitCode.Failed;
    }
}
