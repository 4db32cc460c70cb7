using System.Globalization;
using Fazhi.Hosting.Tests.Host;
using Fazhi.Hosting.Tests.V1;
using Fazhi.Testing;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Grpc.Reflection.V1Alpha;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Fazhi.Hosting.Tests.Health;

public sealed class HostTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Health_is_the_sum_of_the_registered_checks()
    {
        var healthy = true;
        await using var folder = new TempFolder();
        await using var host = await EchoHost.StartAsync(folder, builder => builder.Services.AddHealthChecks()
            .AddCheck("own", () => healthy ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy()));
        var client = host.Client<Grpc.Health.V1.Health.HealthClient>();

        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, (await client.CheckAsync(new HealthCheckRequest(), cancellationToken: Cancel)).Status);
        healthy = false;
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.NotServing, (await client.CheckAsync(new HealthCheckRequest(), cancellationToken: Cancel)).Status);
    }

    [Fact]
    public async Task Host_whose_store_cannot_be_read_is_not_serving()
    {
        await using var folder = new TempFolder();
        await using var host = await EchoHost.StartAsync(folder, _ => { });
        var client = host.Client<Grpc.Health.V1.Health.HealthClient>();
        await host.Services.GetRequiredService<SqliteStore>().DisposeAsync();
        File.Delete(folder["echo.db"]);

        Assert.Equal(HealthCheckResponse.Types.ServingStatus.NotServing, (await client.CheckAsync(new HealthCheckRequest(), cancellationToken: Cancel)).Status);
    }

    [Fact]
    public async Task Reflection_lists_the_services_and_gives_their_descriptors()
    {
        await using var folder = new TempFolder();
        await using var host = await EchoHost.StartAsync(folder, _ => { });
        using var call = host.Client<ServerReflection.ServerReflectionClient>().ServerReflectionInfo(cancellationToken: Cancel);

        await call.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" }, Cancel);
        Assert.True(await call.ResponseStream.MoveNext(Cancel));
        var services = call.ResponseStream.Current.ListServicesResponse.Service.Select(service => service.Name);
        Assert.Superset(new HashSet<string> { EchoService.Descriptor.FullName, "grpc.health.v1.Health" }, services.ToHashSet());

        await call.RequestStream.WriteAsync(new ServerReflectionRequest { FileContainingSymbol = EchoService.Descriptor.FullName }, Cancel);
        Assert.True(await call.ResponseStream.MoveNext(Cancel));
        var files = call.ResponseStream.Current.FileDescriptorResponse.FileDescriptorProto.Select(FileDescriptorProto.Parser.ParseFrom);
        Assert.Contains(files, file => file.Service.Any(service => service.Name == "EchoService"));
    }

    [Fact]
    public async Task Host_ends_when_its_parent_closes_the_pipe()
    {
        await using var folder = new TempFolder();
        await using var child = StartHost(folder, "--Fazhi:ExitWithParent=true");
        await AddressOf(child);
        child.Input.Close();
        Assert.Equal(0, await child.WaitForExitAsync());
        Assert.Contains(child.Lines, line => line.Contains(" ParentGone ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sigterm_ends_open_streams_and_the_host()
    {
        await using var folder = new TempFolder();
        await using var child = StartHost(folder);
        using var channel = GrpcChannel.ForAddress(await AddressOf(child));
        using var call = new EchoService.EchoServiceClient(channel).Expand(new EchoRequest(), cancellationToken: Cancel);
        Assert.True(await call.ResponseStream.MoveNext(Cancel));

        await using var kill = ChildProcess.Start("kill", ["-TERM", child.Id.ToString(CultureInfo.InvariantCulture)]);

        await RpcAssert.FailsAsync(StatusCode.Unavailable, "STOPPING", () => call.ResponseStream.MoveNext(Cancel));
        Assert.Equal(0, await child.WaitForExitAsync(TimeSpan.FromSeconds(4)));
    }

    [Theory]
    [InlineData("127.0.0.1:5001")]
    [InlineData("https://127.0.0.1:5001")]
    [InlineData("nonsense")]
    public void Wrong_listen_address_is_said_at_start(string listen)
    {
        var error = Assert.Throws<InvalidOperationException>(() => FazhiHost.CreateBuilder([$"--Fazhi:Listen={listen}"], "echo"));
        Assert.Contains("Fazhi:Listen", error.Message, StringComparison.Ordinal);
    }

    private static ChildProcess StartHost(TempFolder folder, params string[] args) =>
        ThisProgram.Start(["host", "--Fazhi:Listen=http://127.0.0.1:0", $"--Fazhi:Data={folder.Path}", .. args]);

    private static async Task<string> AddressOf(ChildProcess child)
    {
        var line = await child.WaitForLineAsync(line => line.Contains("Now listening on", StringComparison.Ordinal));
        return line[line.IndexOf("http://", StringComparison.Ordinal)..];
    }
}
