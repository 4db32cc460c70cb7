using Fazhi.Search.V1;
using Fazhi.Units.V1;

namespace Fazhi.Hosting.Tests.Clients;

public sealed class ReadRetriesTests
{
    [Theory]
    [InlineData(typeof(UnitService.UnitServiceClient), "GetRegion", true)]
    [InlineData(typeof(UnitService.UnitServiceClient), "ListUnits", true)]
    [InlineData(typeof(UnitService.UnitServiceClient), "ResolveRegion", true)]
    [InlineData(typeof(SearchService.SearchServiceClient), "Search", true)]
    [InlineData(typeof(UnitService.UnitServiceClient), "CreateRegion", false)]
    [InlineData(typeof(UnitService.UnitServiceClient), "WatchChanges", false)]
    public void Reads_are_tried_again_by_verb_or_by_what_the_contract_says(Type client, string method, bool again) =>
        Assert.Equal(again, ReadRetries.For(client).MethodConfigs.SelectMany(config => config.Names).Any(name => name.Method == method));
}
