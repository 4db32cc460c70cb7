using Fazhi.Testing;
using Fazhi.Units.V1;
using Google.Rpc;
using Grpc.Core;

namespace Fazhi.Units.Tests.Service;

/// <summary>Units that are refused: nothing is added.</summary>
public sealed class UnitRefusalTests(UnitsHost host) : IClassFixture<UnitsHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<Action<Unit>, string> Faults => new()
    {
        { unit => unit.RegionCode = "", "unit.region_code" },
        { unit => unit.RegionCode = "99", "unit.region_code" },
        { unit => unit.RegionCode = "980000", "unit.region_code" },
        { unit => unit.DisplayName = " ", "unit.display_name" },
        { unit => unit.DisplayName = new string('局', 101), "unit.display_name" },
        { unit => unit.ShortNames.Add("县 司法局"), "unit.short_names[2]" },
        { unit => unit.Kind = (UnitKind)77, "unit.kind" },
        { unit => unit.Function = "司法行政", "unit.function" },
        { unit => unit.SocialCreditCode = "91350100M000100Y44", "unit.social_credit_code" },
        { unit => unit.StartDate = "2019-2-1", "unit.start_date" },
        { unit => unit.EndDate = "2018-12-31", "unit.end_date" },
        { unit => unit.History[0].Event = UnitHistory.Types.Event.Unspecified, "unit.history[0].event" },
        { unit => unit.History[0].Date = "2019年", "unit.history[0].date" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Create_with_a_wrong_field_names_the_field_and_adds_nothing(Action<Unit> spoil, string field)
    {
        var unit = UnitWriteTests.JusticeBureau();
        unit.RegionCode = "430406";
        spoil(unit);
        var error = await RpcAssert.FailsAsync(StatusCode.InvalidArgument, null, () => CreateUnitAsync(unit));
        Assert.Equal([field], error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(violation => violation.Field));
        Assert.Equal(0, (await host.Client.ListUnitsAsync(new ListUnitsRequest(), cancellationToken: Cancellation)).TotalSize);
    }

    [Fact]
    public async Task Several_wrong_fields_are_reported_at_once()
    {
        var unit = new Unit { RegionCode = "430406", SocialCreditCode = "1", StartDate = "x" };
        var error = await RpcAssert.FailsAsync(StatusCode.InvalidArgument, null, () => CreateUnitAsync(unit));
        Assert.Equal(3, error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Count);
    }

    private async Task CreateUnitAsync(Unit unit) => await host.Client.CreateUnitAsync(new CreateUnitRequest { Unit = unit }, cancellationToken: Cancellation);
}
