using System.Diagnostics;
using System.Text.Json;

namespace Fazhi.EndToEnd.Tests.Platform;

/// <summary>The command line, run as a user runs it.</summary>
internal static class FazhiCli
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Runs <c>fazhi</c> with these arguments against a gateway.</summary>
    public static Task<ProgramRun> RunAsync(Uri server, CancellationToken cancellation, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Programs.Cli, .. arguments, "--server", server.ToString()]);
        return ProgramRun.RunAsync(start, Limit, cancellation);
    }

    /// <summary>Runs it with <c>--json</c>; fails unless it ends with the expected code and prints JSON.</summary>
    public static async Task<JsonElement> JsonAsync(Uri server, int exitCode, CancellationToken cancellation, params string[] arguments)
    {
        var run = await RunAsync(server, cancellation, [.. arguments, "--json"]);
        Assert.True(run.ExitCode == exitCode, run.ToString());
        using var document = JsonDocument.Parse(run.Output);
        return document.RootElement.Clone();
    }
}
