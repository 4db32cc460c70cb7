using Fazhi.Catalogues.Regions;

namespace Fazhi.Catalogues.Tests.Regions;

public sealed class RegionNamesTests
{
    [Theory]
    [InlineData("广东省", "广东")]
    [InlineData("北京市", "北京")]
    [InlineData("内蒙古自治区", "内蒙古")]
    [InlineData("新疆维吾尔自治区", "新疆")]
    [InlineData("广西壮族自治区", "广西")]
    [InlineData("香港特别行政区", "香港")]
    [InlineData("常州市", "常州")]
    [InlineData("阿里地区", "阿里")]
    [InlineData("兴安盟", "兴安")]
    [InlineData("延边朝鲜族自治州", "延边", "延边州")]
    [InlineData("恩施土家族苗族自治州", "恩施", "恩施州")]
    [InlineData("克孜勒苏柯尔克孜自治州", "克孜勒苏", "克孜勒苏州")]
    [InlineData("海西蒙古族藏族自治州", "海西", "海西州")]
    [InlineData("博尔塔拉蒙古自治州", "博尔塔拉", "博尔塔拉州")]
    [InlineData("雁峰区", "雁峰")]
    [InlineData("乌鲁木齐县", "乌鲁木齐")]
    [InlineData("浦东新区", "浦东")]
    [InlineData("神农架林区", "神农架")]
    [InlineData("六枝特区", "六枝")]
    [InlineData("大通回族土族自治县", "大通", "大通县")]
    [InlineData("双江拉祜族佤族布朗族傣族自治县", "双江", "双江县")]
    [InlineData("塔什库尔干塔吉克自治县", "塔什库尔干", "塔什库尔干县")]
    [InlineData("东乡族自治县", "东乡", "东乡县")]
    [InlineData("鄂温克族自治旗", "鄂温克", "鄂温克旗")]
    [InlineData("龙胜各族自治县", "龙胜", "龙胜县")]
    [InlineData("瀍河回族区", "瀍河")]
    [InlineData("阿鲁科尔沁旗", "阿鲁科尔沁")]
    [InlineData("石渡镇", "石渡")]
    [InlineData("望江路街道", "望江路")]
    [InlineData("巴林左旗")]
    [InlineData("科尔沁左翼中旗")]
    [InlineData("城区")]
    [InlineData("东区")]
    [InlineData("沛县")]
    [InlineData("矿区")]
    public void Short_name_leaves_out_the_kind_and_the_nationalities(string name, params string[] expected) =>
        Assert.Equal(expected, RegionNames.ShortNamesOf(name));

    [Fact]
    public void Short_name_of_every_region_begins_its_name_and_has_two_characters_or_more()
    {
        foreach (var region in RegionData.Load())
        {
            foreach (var name in RegionNames.ShortNamesOf(region.Name))
            {
                Assert.True(name.Length >= 2 && region.Name.StartsWith(name[..2], StringComparison.Ordinal), $"{region.Name}: {name}");
                Assert.NotEqual(region.Name, name);
            }
        }
    }
}
