using System.Diagnostics;
using Fazhi.Cli.Import;
using Fazhi.Plans.V1;
using Fazhi.Testing;
using Grpc.Net.Client;
using Task = System.Threading.Tasks.Task;

namespace Fazhi.Cli.Tests;

/// <summary>Files that cannot be read are told before anything is sent.</summary>
public sealed class ImporterTests : IDisposable
{
    private readonly TempFolder folder = new();

    // Nothing listens there: a test that got as far as sending would fail with another message.
    private readonly GrpcChannel nowhere = GrpcChannel.ForAddress($"http://127.0.0.1:{FreePort.Find()}");

    public void Dispose()
    {
        nowhere.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Pipe_does_not_hold_the_import_up()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "named pipes in folders are a matter of Unix");
        using var make = Process.Start("mkfifo", folder["pipe.txt"]);
        await make.WaitForExitAsync(TestContext.Current.CancellationToken);

        var error = await FailureOfAsync("pipe.txt");

        Assert.Contains("管道", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_to_nowhere_is_told_in_Chinese()
    {
        File.CreateSymbolicLink(folder["link.txt"], folder["gone.txt"]);

        Assert.Contains("链接指向不存在的文件", await FailureOfAsync("link.txt"), StringComparison.Ordinal);
    }

    private async Task<string> FailureOfAsync(string name)
    {
        var importer = new Importer(new PlanService.PlanServiceClient(nowhere));
        var result = await importer.ImportAsync(new FoundFile(folder[name], name), TestContext.Current.CancellationToken);
        Assert.Equal(ImportOutcome.Failed, result.Outcome);
        return result.Error!.Message;
    }
}
