using Fazhi.Gateway.Contracts;
using Google.Protobuf.Reflection;
using Grpc.Health.V1;
using Grpc.Reflection;

namespace Fazhi.Gateway.Monitoring;

/// <summary>Server reflection, both versions, over the services of every area: a client finds them all at the gateway.</summary>
internal static class ReflectionServices
{
    public static void AddContractReflection(this IServiceCollection services)
    {
        services.AddSingleton(provider => new ReflectionServiceImpl(NamesOf(provider), SymbolsOf(provider)));
        services.AddSingleton(provider => new ReflectionV1ServiceImpl(NamesOf(provider), SymbolsOf(provider)));
    }

    private static IEnumerable<string> NamesOf(IServiceProvider provider) =>
    [
        .. provider.GetRequiredService<ContractCatalog>().Services.Select(service => service.FullName).Order(StringComparer.Ordinal),
        Health.Descriptor.FullName,
        Grpc.Reflection.V1.ServerReflection.Descriptor.FullName,
        Grpc.Reflection.V1Alpha.ServerReflection.Descriptor.FullName,
    ];

    private static SymbolRegistry SymbolsOf(IServiceProvider provider) => SymbolRegistry.FromFiles(FilesOf(provider));

    private static IEnumerable<FileDescriptor> FilesOf(IServiceProvider provider) =>
    [
        .. provider.GetRequiredService<ContractCatalog>().Files,
        Google.Rpc.ErrorDetailsReflection.Descriptor,
        HealthReflection.Descriptor,
        Grpc.Reflection.V1.ReflectionReflection.Descriptor,
        Grpc.Reflection.V1Alpha.ReflectionReflection.Descriptor,
    ];
}
