using Fazhi.Supervision.Findings;
using Fazhi.Supervision.Inspections;
using Proto = Fazhi.Supervision.V1;

namespace Fazhi.Supervision.Tests;

public sealed class EnumTests
{
    public static TheoryData<Type, Type> Pairs => new()
    {
        { typeof(InspectionState), typeof(Proto.Inspection.Types.State) },
        { typeof(InspectionManner), typeof(Proto.Inspection.Types.Manner) },
        { typeof(OutcomeKind), typeof(Proto.InspectionOutcome.Types.Kind) },
        { typeof(FindingState), typeof(Proto.Finding.Types.State) },
        { typeof(FindingSeverity), typeof(Proto.Finding.Types.Severity) },
    };

    [Theory]
    [MemberData(nameof(Pairs), DisableDiscoveryEnumeration = true)]
    public void Domain_and_contract_mean_the_same_by_each_number(Type domain, Type contract) => Assert.Equal(
        Enum.GetNames(contract).Order(StringComparer.Ordinal).Select(name => (name, (int)Enum.Parse(contract, name))),
        Enum.GetNames(domain).Order(StringComparer.Ordinal).Select(name => (name, (int)Enum.Parse(domain, name))));
}
