using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Fazhi.Gateway.Contracts;

/// <summary>One service of the contract with the area that answers it.</summary>
internal sealed partial class ContractService
{
    private readonly FrozenDictionary<string, ContractMethod> methods;

    private ContractService(ServiceDescriptor descriptor, string area)
    {
        Descriptor = descriptor;
        Area = area;
        methods = descriptor.Methods.Select(method => new ContractMethod(method))
            .ToFrozenDictionary(method => method.Name, StringComparer.Ordinal);
    }

    public ServiceDescriptor Descriptor { get; }

    /// <summary>The area, in lower case: "search".</summary>
    public string Area { get; }

    /// <summary>The name on the wire: "fazhi.search.v1.SearchService".</summary>
    public string FullName => Descriptor.FullName;

    /// <summary>The service, or null when its package is not of the form fazhi.AREA.vN and so is not ours to route.</summary>
    public static ContractService? Of(ServiceDescriptor descriptor)
        => PackageForm().Match(descriptor.File.Package) is { Success: true } match
            ? new ContractService(descriptor, match.Groups["area"].Value)
            : null;

    /// <summary>The method of that name, or null.</summary>
    public ContractMethod? Find(string name) => methods.GetValueOrDefault(name);

    [GeneratedRegex(@"^fazhi\.(?<area>[a-z][a-z0-9]*)\.v\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex PackageForm();
}
