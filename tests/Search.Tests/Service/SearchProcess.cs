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

    public async ValueTask DisposeAsync()
    {
        channel.Dispose();
        await process.DisposeAsync();
    }
}
