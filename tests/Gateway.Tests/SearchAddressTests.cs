using Fazhi.Documents.V1;
using Fazhi.Gateway.Browsing;
using Fazhi.Plans.V1;
using Fazhi.Search.V1;
using Fazhi.Units.V1;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Fazhi.Gateway.Tests;

public sealed class SearchAddressTests
{
    private const string Everything =
        "/?q=a%26b&literal=yes&region=990100&region=990200&level=county&level=township&type=plan&kind=key-points&status=issued&year=2023&year=2024&from=2021&to=2025"
        + "&issuer=c,d&unit=e&role=lead&theme=outline-x%2F22&function=judicial-administration&due-from=2024-01-01&due-to=2024-12-31&target=no&document=plans%2Fp1"
        + "&rows=tasks&sort=oldest";

    [Theory]
    [InlineData("/")]
    [InlineData("/?q=a")]
    [InlineData(Everything)]
    [InlineData(Everything + "&page=token&n=3")]
    public void Address_that_is_read_is_written_the_same(string address)
    {
        var read = Read(address, out var problem);

        Assert.Null(problem);
        Assert.Equal(address, read.ToUrl());
    }

    [Fact]
    public void Every_part_reaches_the_search()
    {
        var request = Read(Everything, out _).ToSearch();

        var expected = new SearchRequest
        {
            Query = "a&b",
            Literal = true,
            Rows = ResultRows.Tasks,
            Sort = SortOrder.Oldest,
            Filter = new SearchFilter
            {
                Regions = { "990100", "990200" },
                Levels = { RegionLevel.County, RegionLevel.Township },
                Types_ = { DocumentType.Plan },
                PlanKinds = { PlanKind.KeyPoints },
                Statuses = { PlanStatus.Issued },
                Years = { 2023, 2024 },
                Period = new Period { StartYear = 2021, EndYear = 2025 },
                Issuers = { "c,d" },
                Units = { "e" },
                UnitRoles = { UnitRole.Lead },
                Themes = { "outline-x/22" },
                Functions = { "judicial-administration" },
                DeadlineFrom = "2024-01-01",
                DeadlineTo = "2024-12-31",
                HasTarget = false,
                Names = { "plans/p1" },
            },
        };
        Assert.Equal(expected, request);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?q=a&from=2021")]
    [InlineData("/?q=a&to=2021&target=yes")]
    [InlineData(Everything)]
    public void Search_that_was_kept_has_the_address_that_it_was_kept_from(string address)
        => Assert.Equal(address, SearchAddress.Of(Read(address, out _).ToSearch()).ToUrl());

    [Fact]
    public void Regions_and_units_may_be_typed_in_one_field()
    {
        var read = Read($"/?region={Uri.EscapeDataString("临澜市、望岫县，云汀县")}&unit={Uri.EscapeDataString("司法局; 财政局")}", out _);

        Assert.Equal(["临澜市", "望岫县", "云汀县"], read.Regions);
        Assert.Equal(["司法局", "财政局"], read.Units);
    }

    [Fact]
    public void Years_the_wrong_way_round_are_put_right() => Assert.Equal("/?from=2021&to=2025", Read("/?from=2025&to=2021", out _).ToUrl());

    [Theory]
    [InlineData("/?due-from=2024-02-30", "完成时限“2024-02-30”有误")]
    [InlineData("/?target=maybe", "指标“maybe”不在可选范围内")]
    [InlineData("/?level=county&level=moon", "级别“moon”不在可选范围内")]
    [InlineData("/?rows=columns", "结果形式“columns”不在可选范围内")]
    public void What_makes_no_sense_is_named(string address, string words)
    {
        Read(address, out var problem);

        Assert.StartsWith(words, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Filters_are_lifted_one_by_one()
    {
        var filters = ChosenFilter.Of(Read("/?q=a&region=990100&region=990200&from=2021&due-to=2024-12-31", out _), SearchNames.None).ToList();

        Assert.Equal(["地区：990100", "地区：990200", "年份：2021年起", "完成时限：2024-12-31前（含）"], filters.Select(filter => filter.Words));
        Assert.Equal("/?q=a&region=990200&from=2021&due-to=2024-12-31", filters[0].Without.ToUrl());
        Assert.Equal("/?q=a&region=990100&region=990200&from=2021", filters[3].Without.ToUrl());
    }

    private static SearchAddress Read(string address, out string? problem)
        => SearchAddress.Read(new QueryCollection(QueryHelpers.ParseQuery(address[1..])), out problem);
}
