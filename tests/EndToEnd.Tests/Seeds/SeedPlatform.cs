using Fazhi.EndToEnd.Tests.Platform;
using Fazhi.Testing;

namespace Fazhi.EndToEnd.Tests.Seeds;

/// <summary>A platform into which the command line has imported the five documents.</summary>
public sealed class SeedPlatform : IAsyncLifetime
{
    private const int Documents = 5;
    private RunningPlatform? _platform;

    /// <summary>The folder of the documents.</summary>
    internal string Folder { get; private set; } = "";

    internal RunningPlatform Platform => _platform ?? throw new InvalidOperationException("Not started.");

    /// <summary>What <c>fazhi import FOLDER</c> did.</summary>
    internal ProgramRun Import { get; private set; } = new(-1, "", "");

    /// <summary>Skips the test without the documents; starts the platform for the first that has them.</summary>
    internal async Task RequireAsync()
    {
        Folder = Repository.Seeds();
        if (_platform is not null)
            return;
        _platform = await RunningPlatform.StartAsync(CancellationToken.None);
        Import = await FazhiCli.RunAsync(Platform.Host.Address, CancellationToken.None, "import", Folder);
        if (Import.ExitCode == 0)
            await Platform.WaitForIndexAsync(Documents, CancellationToken.None);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _platform?.DisposeAsync() ?? ValueTask.CompletedTask;
}
