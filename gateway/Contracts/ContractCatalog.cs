using System.Collections.Frozen;
using System.Reflection;
using Google.Protobuf.Reflection;

namespace Fazhi.Gateway.Contracts;

/// <summary>
/// Every service of the contract, found in the generated code: a new service or method needs no code here.
/// A service belongs to the area that its package names: <c>fazhi.search.v1</c> is the area "search".
/// </summary>
internal sealed class ContractCatalog
{
    private readonly FrozenDictionary<string, ContractService> services;

    private ContractCatalog(IEnumerable<FileDescriptor> files)
    {
        Files = [.. files.OrderBy(file => file.Name, StringComparer.Ordinal)];
        services = Files.SelectMany(file => file.Services)
            .Select(ContractService.Of)
            .OfType<ContractService>()
            .ToFrozenDictionary(service => service.FullName, StringComparer.Ordinal);
        Areas = [.. services.Values.Select(service => service.Area).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Types = TypeRegistry.FromFiles([.. Files, .. Google.Rpc.ErrorDetailsReflection.Descriptor.Dependencies, Google.Rpc.ErrorDetailsReflection.Descriptor]);
    }

    /// <summary>The proto files of the contract.</summary>
    public IReadOnlyList<FileDescriptor> Files { get; }

    /// <summary>All message types that a reply or an error detail may hold inside an Any.</summary>
    public TypeRegistry Types { get; }

    /// <summary>The areas, in order: plans, reports, search, …</summary>
    public IReadOnlyList<string> Areas { get; }

    /// <summary>The services, in no particular order.</summary>
    public IReadOnlyCollection<ContractService> Services => services.Values;

    /// <summary>Reads the descriptors that the generated code of the assemblies holds.</summary>
    public static ContractCatalog From(IEnumerable<Assembly> assemblies) => new(
        assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsAbstract && type.IsSealed)
            .Select(type => type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static))
            .Where(property => property?.PropertyType == typeof(FileDescriptor))
            .Select(property => (FileDescriptor)property!.GetValue(null)!));

    /// <summary>The service of that full name, or null.</summary>
    public ContractService? Find(string fullName) => services.GetValueOrDefault(fullName);
}
