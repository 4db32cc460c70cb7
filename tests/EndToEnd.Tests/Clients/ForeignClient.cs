using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Fazhi.EndToEnd.Tests.Platform;
using Fazhi.Testing;

namespace Fazhi.EndToEnd.Tests.Clients;

/// <summary>A program in another language that calls the platform, run once; it prints the outcome of each of its checks.</summary>
/// <param name="Name">Its folder.</param>
/// <param name="Script">The file to run.</param>
/// <param name="Program">Finds the program that runs it, or skips the test.</param>
/// <param name="UsesNpm">Its packages come from npm.</param>
internal sealed record ForeignClient(string Name, string Script, Func<string> Program, bool UsesNpm)
{
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan RunLimit = TimeSpan.FromMinutes(3);

    public static readonly ForeignClient GrpcJs = new("grpc-js", "main.mjs", Optional.Node, UsesNpm: true);
    public static readonly ForeignClient Connect = new("connect", "main.mjs", Optional.Node, UsesNpm: true);
    public static readonly ForeignClient Python = new("python", "main.py", PythonWithGrpc, UsesNpm: false);

    private static string Sources => Path.Combine(Repository.Root, "tests", "EndToEnd.Tests", "Clients");

    /// <summary>Runs all checks against the gateway.</summary>
    public async Task<ProgramRun> RunAsync(Uri gateway, CancellationToken cancellation)
    {
        var folder = UsesNpm ? await InstallAsync(cancellation) : Path.Combine(Sources, Name);
        var descriptors = Path.GetTempFileName();
        try
        {
            DescriptorFile.Write(descriptors);
            var start = new ProcessStartInfo(Program(), [Path.Combine(folder, Script), gateway.Authority, Path.Combine(Repository.Root, "protos"), descriptors])
            {
                Environment = { ["PYTHONDONTWRITEBYTECODE"] = "1", ["PYTHONIOENCODING"] = "utf-8" },
            };
            return await ProgramRun.RunAsync(start, RunLimit, cancellation);
        }
        finally
        {
            File.Delete(descriptors);
        }
    }

    /// <summary>The outcome of each check: null if it passed, else what was wrong.</summary>
    public static IReadOnlyDictionary<string, string?> Read(ProgramRun run)
    {
        var outcomes = new Dictionary<string, string?>();
        foreach (var line in run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.StartsWith('{')))
        {
            var outcome = JsonDocument.Parse(line).RootElement;
            outcomes.Add(
                outcome.GetProperty("check").GetString()!,
                outcome.GetProperty("ok").GetBoolean() ? null : outcome.GetProperty("error").GetString());
        }
        return outcomes;
    }

    /// <summary>Debian's python3 comes first: its grpc package belongs to it, not to another python3 on the PATH.</summary>
    private static string PythonWithGrpc()
    {
        string?[] candidates = [Environment.GetEnvironmentVariable("FAZHI_PYTHON"), "/usr/bin/python3"];
        return Optional.Require(
            candidates.FirstOrDefault(python => File.Exists(python) && HasGrpc(python)),
            "no python3 with grpc and google.protobuf (Debian: python3-grpcio python3-protobuf; FAZHI_PYTHON can name one)");
    }

    private static bool HasGrpc(string python)
    {
        using var process = Process.Start(new ProcessStartInfo(python, ["-c", "import grpc, google.protobuf"]) { RedirectStandardError = true });
        process?.WaitForExit();
        return process?.ExitCode == 0;
    }

    /// <summary>
    /// Copies the program to artifacts/, which is not tracked, and installs its packages there unless the same ones are there already.
    /// </summary>
    private async Task<string> InstallAsync(CancellationToken cancellation)
    {
        var source = Path.Combine(Sources, Name);
        var root = Path.Combine(Repository.Root, "artifacts", "clients");
        var folder = Path.Combine(root, Name);
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(Sources, "checks.mjs"), Path.Combine(root, "checks.mjs"), overwrite: true);
        foreach (var file in Directory.EnumerateFiles(source))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);

        var wanted = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(source, "package-lock.json"), cancellation)));
        var marker = Path.Combine(folder, "node_modules", ".installed");
        if (File.Exists(marker) && await File.ReadAllTextAsync(marker, cancellation) == wanted)
            return folder;
        var run = await ProgramRun.RunAsync(
            new ProcessStartInfo(Optional.Program("FAZHI_NPM", "npm"), ["ci", "--no-audit", "--no-fund"]) { WorkingDirectory = folder }, InstallLimit, cancellation);
        if (run.ExitCode != 0)
            throw new InvalidOperationException($"npm ci in {folder} failed: {run}");
        await File.WriteAllTextAsync(marker, wanted, cancellation);
        return folder;
    }
}
