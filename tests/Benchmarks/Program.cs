using System.Runtime.InteropServices;

namespace Fazhi.Benchmarks;

/// <summary>
/// Measures the real system, started for the purpose with all its processes where it is about calls, and prints each figure beside a baseline of the same run.
/// Arguments choose groups: <c>calls</c>, <c>import</c>, <c>parse</c>, <c>search</c>; none means all.
/// </summary>
public static class Program
{
    private static readonly Dictionary<string, Func<CancellationToken, Task>> Groups = new()
    {
        ["calls"] = CallBenchmark.RunAsync,
        ["import"] = ImportBenchmark.RunAsync,
        ["parse"] = ParseBenchmark.RunAsync,
        ["search"] = SearchBenchmark.RunAsync,
    };

    public static async Task<int> Main(string[] args)
    {
        if (args is [EmptyServer.Argument])
            return await EmptyServer.RunAsync();
        if (args.FirstOrDefault(arg => !Groups.ContainsKey(arg)) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"{unknown} is no group of benchmarks; there are: {string.Join(", ", Groups.Keys)}");
            return 1;
        }

        using var cancel = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        Report.Machine();
        try
        {
            foreach (var group in args.Length == 0 ? [.. Groups.Keys] : args)
                await Groups[group](cancel.Token);
            return 0;
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            return 130;
        }

        // The processes that were started end with the measurement.
        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            cancel.Cancel();
        }
    }
}
