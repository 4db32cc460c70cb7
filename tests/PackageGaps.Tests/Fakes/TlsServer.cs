using System.Net;
using System.Net.Sockets;

namespace Fazhi.PackageGaps.Tests.Fakes;

/// <summary>A server that sends along whatever certificates it is told to, as .NET's own does not: OpenSSL's, which answers everything with a page.</summary>
internal sealed class TlsServer : IAsyncDisposable
{
    private readonly TempFolder folder;
    private readonly ChildProcess process;

    private TlsServer(TempFolder folder, ChildProcess process, Uri address) => (this.folder, this.process, Address) = (folder, process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts it with its certificate and one that it sends along.</summary>
    public static async Task<TlsServer> StartAsync(TestCertificate certificate, TestCertificate along)
    {
        var openssl = Optional.Program("FAZHI_OPENSSL", "openssl");
        var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["server.crt"], certificate.Pem);
        await File.WriteAllTextAsync(folder["server.key"], certificate.PrivateKeyPem);
        await File.WriteAllTextAsync(folder["along.crt"], along.Pem);
        var port = FreePort.Find();
        var process = ChildProcess.Start(
            openssl,
            ["s_server", "-accept", $"127.0.0.1:{port}", "-cert", folder["server.crt"], "-key", folder["server.key"], "-cert_chain", folder["along.crt"], "-www", "-quiet"]);
        await Eventually.True(() => AcceptsAsync(port));
        return new TlsServer(folder, process, new Uri($"https://127.0.0.1:{port}"));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        folder.Dispose();
    }

    private static async Task<bool> AcceptsAsync(int port)
    {
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
