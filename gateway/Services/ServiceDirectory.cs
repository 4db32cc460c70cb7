using System.Collections.Concurrent;
using Fazhi.Gateway.Contracts;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Options;

namespace Fazhi.Gateway.Services;

/// <summary>Where each area's service is (<c>Fazhi:Services:Search</c> = <c>http://127.0.0.1:5005</c>), and one channel to each.</summary>
internal sealed class ServiceDirectory : IDisposable
{
    private readonly Dictionary<string, Uri> addresses;
    private readonly ConcurrentDictionary<string, GrpcChannel> channels = new(StringComparer.Ordinal);
    private readonly int maxReplyBytes;

    public ServiceDirectory(ContractCatalog contracts, IConfiguration configuration, IOptions<GatewayOptions> options)
    {
        maxReplyBytes = options.Value.MaxReplyBytes;
        addresses = contracts.Areas.ToDictionary(area => area, area => AddressOf(area, configuration), StringComparer.Ordinal);
    }

    /// <summary>The areas with their addresses, in the order of their names.</summary>
    public IEnumerable<KeyValuePair<string, Uri>> Addresses => addresses.OrderBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Calls to the service of an area. The connection is made with the first call and made again when it is lost.</summary>
    public CallInvoker For(string area) => channels.GetOrAdd(area, Open).CreateCallInvoker();

    public void Dispose()
    {
        foreach (var channel in channels.Values)
            channel.Dispose();
    }

    private GrpcChannel Open(string area) => GrpcChannel.ForAddress(addresses[area], new GrpcChannelOptions
    {
        HttpHandler = ServiceConnections.NewHandler(),
        DisposeHttpClient = true,
        MaxReceiveMessageSize = maxReplyBytes,
        // A service that was just restarted is reached again at once, not after the default of up to two minutes.
        InitialReconnectBackoff = TimeSpan.FromMilliseconds(100),
        MaxReconnectBackoff = TimeSpan.FromSeconds(1),
    });

    private static Uri AddressOf(string area, IConfiguration configuration)
    {
        var key = $"Fazhi:Services:{char.ToUpperInvariant(area[0])}{area[1..]}";
        var text = configuration[key];
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address
            : throw new InvalidOperationException(
                $"The address of the {area} service is needed in {key}, such as http://127.0.0.1:5001; it is {(text is null ? "missing" : $"\"{text}\"")}.");
    }
}
