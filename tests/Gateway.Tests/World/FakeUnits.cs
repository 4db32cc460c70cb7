using Fazhi.Hosting;
using Fazhi.Units.V1;
using Grpc.Core;

namespace Fazhi.Gateway.Tests.World;

internal sealed class FakeUnits : UnitService.UnitServiceBase
{
    private static readonly Region[] Known =
    [
        Region("990000", "岚川省", "岚川省"),
        Region("990100", "临澜市", "临澜市", "990000"),
        Region("990121", "望岫县", "临澜市望岫县", "990000", "990100"),
        Region("990131", "鼓楼区", "临澜市鼓楼区", "990000", "990100"),
        Region("990231", "鼓楼区", "澄湖市鼓楼区", "990000", "990200"),
    ];

    public override Task<ResolveRegionResponse> ResolveRegion(ResolveRegionRequest request, ServerCallContext context)
    {
        var response = new ResolveRegionResponse { Region = new RegionRef() };
        response.Candidates.Add(Known.Where(region => region.DisplayName == request.Text || region.Code == request.Text));
        if (response.Candidates is [var only])
            response.Region = new RegionRef { Code = only.Code, DisplayName = only.DisplayName, FullName = only.FullName };
        return Task.FromResult(response);
    }

    public override Task<Region> GetRegion(GetRegionRequest request, ServerCallContext context)
        => Task.FromResult(Known.FirstOrDefault(region => region.Name == request.Name) ?? throw FazhiException.NotFound("Region", request.Name));

    public override Task<ListFunctionsResponse> ListFunctions(ListFunctionsRequest request, ServerCallContext context)
        => Task.FromResult(new ListFunctionsResponse { Functions = { new Function { Id = "judicial-administration", DisplayName = "司法行政" } } });

    private static Region Region(string code, string name, string fullName, params string[] above)
        => new() { Name = $"regions/{code}", Code = code, DisplayName = name, FullName = fullName, AncestorCodes = { above } };
}
