using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Fazhi.Hosting.Tests.Host;
using Fazhi.Hosting.Tests.V1;
using Fazhi.Testing;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting;

namespace Fazhi.Hosting.Tests.Calls;

public sealed class CredentialTests
{
    private static readonly CallCredentials Token = CallCredentials.FromInterceptor((_, metadata) =>
    {
        metadata.Add("authorization", "Bearer sesame");
        return Task.CompletedTask;
    });

    private static readonly EchoBehaviour TellsAuthorization = new()
    {
        Get = (_, context) => Task.FromResult(new EchoResponse { Text = context.RequestHeaders.GetValue("authorization") ?? "none" }),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Channel_credentials_carry_call_credentials_over_tls()
    {
        using var certificate = SelfSigned();
        await using var folder = new TempFolder();
        await using var host = await EchoHost.StartAsync(folder, builder =>
        {
            builder.Services.AddSingleton(TellsAuthorization);
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.UseHttps(certificate)));
        });
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, offered, _, _) => offered!.GetCertHashString() == certificate.GetCertHashString();
        using var channel = GrpcChannel.ForAddress(host.Address, new GrpcChannelOptions
        {
            HttpHandler = handler,
            Credentials = ChannelCredentials.Create(ChannelCredentials.SecureSsl, Token),
        });

        Assert.Equal(Uri.UriSchemeHttps, host.Address.Scheme);
        Assert.Equal("Bearer sesame", (await new EchoService.EchoServiceClient(channel).GetEchoAsync(new EchoRequest(), cancellationToken: Cancel)).Text);
    }

    [Fact]
    public async Task Call_credentials_are_kept_back_on_clear_text_unless_that_is_said_to_be_right()
    {
        await using var folder = new TempFolder();
        await using var host = await EchoHost.StartAsync(folder, TellsAuthorization);
        using var trusting = GrpcChannel.ForAddress(host.Address, new GrpcChannelOptions { UnsafeUseInsecureChannelCallCredentials = true });
        var options = new CallOptions(credentials: Token, cancellationToken: Cancel);

        Assert.Equal("none", (await host.Echo().GetEchoAsync(new EchoRequest(), options)).Text);
        Assert.Equal("Bearer sesame", (await new EchoService.EchoServiceClient(trusting).GetEchoAsync(new EchoRequest(), options)).Text);
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1));
    }
}
