using Fazhi.Units.V1;
using Grpc.Core;

namespace Fazhi.Gateway.Tests.World;

internal sealed class FakeUnits : UnitService.UnitServiceBase
{
    public override Task<ResolveRegionResponse> ResolveRegion(ResolveRegionRequest request, ServerCallContext context)
    {
        var response = new ResolveRegionResponse { Region = new RegionRef() };
        if (request.Text is "望岫县" or "990121")
            response.Candidates.Add(new Region { Name = "regions/990121", Code = "990121", DisplayName = "望岫县", FullName = "临澜市望岫县" });
        else if (request.Text is "鼓楼区")
        {
            response.Candidates.Add(new Region { Code = "990131", DisplayName = "鼓楼区", FullName = "临澜市鼓楼区" });
            response.Candidates.Add(new Region { Code = "990231", DisplayName = "鼓楼区", FullName = "澄湖市鼓楼区" });
        }

        if (response.Candidates.Count == 1)
            response.Region = new RegionRef { Code = response.Candidates[0].Code, DisplayName = "望岫县", FullName = "临澜市望岫县" };
        return Task.FromResult(response);
    }
}
