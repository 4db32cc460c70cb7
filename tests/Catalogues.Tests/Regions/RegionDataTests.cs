using Fazhi.Catalogues.Regions;

namespace Fazhi.Catalogues.Tests.Regions;

public sealed class RegionDataTests
{
    private static readonly RegionCatalog _catalog = new(RegionData.Load());

    [Theory]
    [InlineData(RegionLevel.Nation, 1)]
    [InlineData(RegionLevel.Province, 34)]
    [InlineData(RegionLevel.Prefecture, 333)]
    [InlineData(RegionLevel.County, 2846)]
    public void Counts_are_those_of_the_ministry(RegionLevel level, int count) =>
        Assert.Equal(count, _catalog.Regions.Count(region => region.Level == level));

    [Fact]
    public void Codes_are_unique_and_in_order()
    {
        var codes = RegionData.Load().Select(region => region.Code).ToList();
        Assert.Equal(codes.Distinct().Order(), codes);
    }

    [Fact]
    public void Parent_is_the_nearest_registered_region_that_the_code_allows()
    {
        foreach (var region in _catalog.Regions)
        {
            RegionCode? expected = region.Code.PossibleParents.Where(code => _catalog.Find(code) is not null).Select(code => (RegionCode?)code).FirstOrDefault();
            Assert.Equal(expected, region.Parent);
        }
    }

    [Fact]
    public void Names_are_chinese_characters_without_blanks() =>
        Assert.All(_catalog.Regions, region => Assert.Matches("^[\\p{IsCJKUnifiedIdeographs}]{2,15}$", region.Name));

    [Fact]
    public void Full_names_tell_all_regions_apart() =>
        Assert.Empty(_catalog.Regions.GroupBy(_catalog.FullNameOf).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void Former_names_or_codes_differ_from_the_present_ones()
    {
        var former = _catalog.Regions.SelectMany(region => region.Former.Select(old => (region, old))).ToList();
        Assert.Equal(508, former.Count);
        Assert.All(former, entry => Assert.True(entry.old.Name != entry.region.Name || entry.old.Code is not null, entry.ToString()));
    }

    [Theory]
    [InlineData("崇文区", "110101", 2010)]
    [InlineData("南汇区", "310115", 2009)]
    [InlineData("闸北区", "310106", 2015)]
    [InlineData("绍兴县", "330603", 2013)]
    public void Region_that_was_merged_away_is_with_its_heir(string former, string code, int year) =>
        Assert.Contains(_catalog.Find(RegionCode.Parse(code))!.Former, old => old.Name == former && old.UntilYear == year);

    [Theory]
    [InlineData("110103", "110101")]
    [InlineData("152822", "150821")]
    [InlineData("320584", "320509")]
    [InlineData("110101", null)]
    public void Code_of_before_leads_to_the_region_of_today(string former, string? code) =>
        Assert.Equal(code, _catalog.FindFormer(RegionCode.Parse(former))?.Code.Value);

    [Theory]
    [InlineData("650121", "乌鲁木齐县", "乌鲁木齐县")]
    [InlineData("320400", "常州市", "常州市")]
    [InlineData("440203", "武江区", "韶关市武江区")]
    [InlineData("430406", "雁峰区", "衡阳市雁峰区")]
    [InlineData("110105", "朝阳区", "北京市朝阳区")]
    [InlineData("500229", "城口县", "重庆市城口县")]
    [InlineData("419001", "济源市", "河南省济源市")]
    [InlineData("659001", "石河子市", "新疆维吾尔自治区石河子市")]
    [InlineData("653229", "和安县", "和田地区和安县")]
    [InlineData("150000", "内蒙古自治区", "内蒙古自治区")]
    [InlineData("710000", "台湾省", "台湾省")]
    public void Known_regions_are_there(string code, string name, string fullName)
    {
        var region = _catalog.Find(RegionCode.Parse(code));
        Assert.NotNull(region);
        Assert.Equal(name, region.Name);
        Assert.Equal(fullName, _catalog.FullNameOf(region));
    }

    [Theory]
    [InlineData("110100")]
    [InlineData("500200")]
    [InlineData("419000")]
    [InlineData("460321")]
    public void Rows_that_only_group_codes_are_left_out(string code) => Assert.Null(_catalog.Find(RegionCode.Parse(code)));

    [Fact]
    public void Codes_of_the_sample_world_are_not_given_out() =>
        Assert.DoesNotContain(_catalog.Regions, region => region.Code.Value.StartsWith("99", StringComparison.Ordinal));
}
