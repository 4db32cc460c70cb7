using System.Net;
using Fazhi.Gateway.Contracts;
using Fazhi.Gateway.Services;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace Fazhi.Gateway.Forwarding;

/// <summary>YARP's routes and clusters, built from the contract: a route for each service, a cluster for each area.</summary>
internal static class GrpcRoutes
{
    public static IReadOnlyList<RouteConfig> Routes(ContractCatalog contracts) =>
    [
        .. contracts.Services.Select(service => new RouteConfig
        {
            RouteId = service.FullName,
            ClusterId = service.Area,
            // Streams have no total limit; each service limits its messages.
            MaxRequestBodySize = -1,
            Match = new RouteMatch
            {
                Path = $"/{service.FullName}/{{method}}",
                Methods = [HttpMethods.Post],
                Headers =
                [
                    new RouteHeader { Name = "Content-Type", Mode = HeaderMatchMode.HeaderPrefix, Values = ["application/grpc"] },
                    new RouteHeader { Name = "Content-Type", Mode = HeaderMatchMode.NotContains, Values = ["application/grpc-web"] },
                ],
            },
        }),
    ];

    public static IReadOnlyList<ClusterConfig> Clusters(ServiceDirectory services) =>
    [
        .. services.Addresses.Select(area => new ClusterConfig
        {
            ClusterId = area.Key,
            Destinations = new Dictionary<string, DestinationConfig> { [area.Key] = new() { Address = area.Value.ToString() } },
            HttpRequest = new ForwarderRequestConfig
            {
                Version = HttpVersion.Version20,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
                // A change feed may be quiet for hours. The call's own deadline, the client's cancellation and the
                // keep-alive pings on both sides end what should end.
                ActivityTimeout = TimeSpan.FromDays(20),
            },
        }),
    ];
}
