using System.Net;
using System.Net.Sockets;
using Fazhi.EndToEnd.Tests.Platform;
using Fazhi.Testing;

namespace Fazhi.EndToEnd.Tests.Lifecycle;

/// <summary>How the platform starts and ends, however it is ended.</summary>
public sealed class LifecycleTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(LinuxProcess.Interrupt)]
    [InlineData(LinuxProcess.Terminate)]
    public async Task Asked_to_end_it_ends_all_hosts_and_itself_with_code_zero(int signal)
    {
        await using var platform = await RunningPlatform.StartAsync(Cancellation);
        var hosts = platform.Host.Hosts;
        Assert.Equal(HostProcess.Names.Order(), hosts.Keys.Order());
        var code = await platform.Host.EndAsync(signal, Cancellation);
        Assert.True(code == 0, $"exit code {code}\n{platform.Host.Log}");
        Assert.All(hosts.Values, host => Assert.False(LinuxProcess.IsAlive(host.Id), $"{host.Name} still runs"));
        Assert.DoesNotContain("fail:", platform.Host.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_it_takes_its_hosts_with_it()
    {
        await using var platform = await RunningPlatform.StartAsync(Cancellation);
        var hosts = platform.Host.Hosts.Values.ToList();
        Assert.Equal(HostProcess.Names.Count, hosts.Count);
        await platform.Host.EndAsync(LinuxProcess.Kill, Cancellation);
        await Wait.UntilAsync(
            TimeSpan.FromSeconds(15),
            () => Task.FromResult(hosts.Where(host => LinuxProcess.IsAlive(host.Id)).Select(host => host.Name).ToList() is { Count: > 0 } left
                ? $"still run: {string.Join(", ", left)}"
                : null),
            Cancellation);
    }

    [Fact]
    public async Task Killed_platform_starts_again_on_its_data()
    {
        await using var platform = await RunningPlatform.StartAsync(Cancellation);
        var document = new DocumentGenerator(seed: 41).Generate(0);
        var imported = await platform.Client.ImportAsync(document.FileName, document.Bytes, Cancellation);
        await platform.Host.EndAsync(LinuxProcess.Kill, Cancellation);
        await platform.RestartAsync(_ => { }, Cancellation);
        Assert.Equal([imported.Document.Name], await platform.Client.AllNamesAsync(Cancellation));
        await platform.WaitForIndexAsync(1, Cancellation);
    }

    [Fact]
    public async Task Second_platform_on_the_same_data_is_refused_and_the_first_goes_on()
    {
        await using var platform = await RunningPlatform.StartAsync(Cancellation);
        await using var second = AppHostProcess.Launch(platform.Host.Data, FreePort.Find());
        Assert.Equal(1, await second.WaitForExitAsync(Cancellation));
        Assert.Contains(platform.Host.Data, second.Log, StringComparison.Ordinal);
        Assert.Contains("错误", second.Log, StringComparison.Ordinal);
        using var answer = await platform.Http.GetAsync(new Uri("/healthz", UriKind.Relative), Cancellation);
        Assert.True(answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Port_that_is_taken_is_named_in_the_error()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        using var data = new TempFolder();
        await using var host = AppHostProcess.Launch(data.Path, port);
        Assert.Equal(1, await host.WaitForExitAsync(Cancellation));
        Assert.Contains($"{port}", host.Log, StringComparison.Ordinal);
        Assert.Contains("错误", host.Log, StringComparison.Ordinal);
    }
}
