using System.Diagnostics;
using System.Globalization;
using Fazhi.Search.V1;
using Fazhi.Testing;
using Grpc.Core;
using Grpc.Net.Client;

namespace Fazhi.Search.Tests.Service;

/// <summary>The search service as a process of its own on the data of a fixture, so that it can be killed.</summary>
internal sealed class SearchProcess : IAsyncDisposable
{
    /// <summary>How long it may take on a busy machine until it has begun.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly ChildProcess process;
    private readonly GrpcChannel channel;

    public SearchProcess(SearchFixture search)
    {
        var address = $"http://127.0.0.1:{FreePort.Find()}";
        process = ChildProcess.Start(
            "dotnet",
            ["exec", typeof(Program).Assembly.Location, $"--Fazhi:Listen={address}", $"--Fazhi:Data={search.Folder}", "--Fazhi:ExitWithParent=true", .. search.Services.Arguments]);
        channel = GrpcChannel.ForAddress(address);
        Client = new SearchService.SearchServiceClient(channel);
    }

    public SearchService.SearchServiceClient Client { get; }

    /// <summary>How far it is; null before it answers.</summary>
    public async Task<IndexStatus?> StatusAsync()
    {
        try
        {
            return await Client.GetIndexStatusAsync(new GetIndexStatusRequest(), cancellationToken: SearchFixture.Token);
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.Unavailable)
        {
            return null;
        }
    }

    public Task KillAsync() => process.KillAsync();

    /// <summary>SIGSTOP: it stands still, in the middle of whatever it does.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    /// <summary>SIGCONT: it goes on.</summary>
    public Task ThawAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        channel.Dispose();
        await process.DisposeAsync();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(SearchFixture.Token);
        Assert.Equal(0, kill.ExitCode);
    }
}
