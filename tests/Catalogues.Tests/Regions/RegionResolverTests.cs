using Fazhi.Catalogues.Regions;
using FsCheck;
using FsCheck.Fluent;

namespace Fazhi.Catalogues.Tests.Regions;

public sealed class RegionResolverTests
{
    private static readonly RegionCatalog _catalog = new(RegionData.Load());
    private static readonly RegionResolver _resolver = new(_catalog);

    [Theory]
    [InlineData("乌鲁木齐县", "650121")]
    [InlineData("乌鲁木齐市乌鲁木齐县", "650121")]
    [InlineData("乌鲁木齐", "650100")]
    [InlineData("乌市", "650100")]
    [InlineData("常州", "320400")]
    [InlineData("常州市", "320400")]
    [InlineData("江苏省常州市", "320400")]
    [InlineData("江苏常州", "320400")]
    [InlineData("雁峰", "430406")]
    [InlineData("衡阳市雁峰区", "430406")]
    [InlineData("衡陽市雁峰區", "430406")]
    [InlineData("廣東省韶關市", "440200")]
    [InlineData("烏魯木齊縣人民政府", "650121")]
    [InlineData("衡阳雁峰", "430406")]
    [InlineData("湖南省雁峰区", "430406")]
    [InlineData("广东韶关武江", "440203")]
    [InlineData("南京市鼓楼区", "320106")]
    [InlineData("福州鼓楼", "350102")]
    [InlineData("北京市朝阳区", "110105")]
    [InlineData("朝阳市朝阳县", "211321")]
    [InlineData("河南省济源市", "419001")]
    [InlineData("济源", "419001")]
    [InlineData("石河子", "659001")]
    [InlineData("内蒙古", "150000")]
    [InlineData("内蒙", "150000")]
    [InlineData("粤", "440000")]
    [InlineData("延边州", "222400")]
    [InlineData("景宁县", "331127")]
    [InlineData("东莞", "441900")]
    [InlineData("全国", "000000")]
    [InlineData("430406", "430406")]
    public void Names_in_full_and_in_short_resolve(string mention, string code)
    {
        var resolution = _resolver.Resolve(mention);
        Assert.Equal(RegionOutcome.Resolved, resolution.Outcome);
        Assert.Equal(code, resolution.Reference!.Region!.Code.Value);
        Assert.Equal("", resolution.Reference.UnregisteredName);
    }

    [Theory]
    [InlineData("河南", "410000", "630000")]
    [InlineData("海南", "460000", "632500")]
    [InlineData("吉林", "220000", "220200")]
    [InlineData("长沙", "430100", "430121")]
    public void Province_or_surrounding_region_precedes_and_the_others_stay_visible(string mention, string code, string other)
    {
        var resolution = _resolver.Resolve(mention);
        Assert.Equal(code, resolution.Reference?.Region?.Code.Value);
        Assert.True(resolution.Candidates.Length > 1);
        Assert.Contains(resolution.Candidates, candidate => _catalog.IsWithin(candidate.Reference.Region!, RegionCode.Parse(other)));
    }

    [Theory]
    [InlineData("中共乌鲁木齐县委员会", "650121")]
    [InlineData("乌鲁木齐县人民政府办公室", "650121")]
    [InlineData("常州市政府", "320400")]
    [InlineData("中共常州市委", "320400")]
    [InlineData("雁峰区人大常委会", "430406")]
    [InlineData("　衡阳市 雁峰区\u00A0", "430406")]
    [InlineData("“雁峰区”", "430406")]
    public void Body_that_bears_the_name_and_blanks_are_taken_off(string mention, string code) =>
        Assert.Equal(code, _resolver.Resolve(mention).Reference?.Region?.Code.Value);

    [Theory]
    [InlineData("韶关市武江区西联镇", "440203", "西联镇", "韶关市武江区西联镇")]
    [InlineData("广东省韶关市武江区西联镇人民政府", "440203", "西联镇", "韶关市武江区西联镇")]
    [InlineData("武江西联镇", "440203", "西联镇", "韶关市武江区西联镇")]
    [InlineData("常州市天宁区北塘河街道办事处", "320402", "北塘河街道", "常州市天宁区北塘河街道")]
    [InlineData("乌鲁木齐县南山管委会", "650121", "南山管委会", "乌鲁木齐县南山管委会")]
    [InlineData("常州市高新技术产业开发区", "320400", "高新技术产业开发区", "常州市高新技术产业开发区")]
    public void Part_that_is_not_registered_is_kept_beside_the_region(string mention, string code, string rest, string fullName)
    {
        var reference = _resolver.Resolve(mention).Reference;
        Assert.NotNull(reference);
        Assert.Equal(code, reference.Region?.Code.Value);
        Assert.Equal(rest, reference.UnregisteredName);
        Assert.Equal(rest, reference.Name);
        Assert.Equal(fullName, reference.FullName);
        Assert.Equal(RegionLevel.Township, reference.Level);
        Assert.Single(_resolver.Resolve(mention).Candidates);
    }

    [Theory]
    [InlineData("鼓楼区", 4)]
    [InlineData("朝阳区", 2)]
    [InlineData("朝阳", 4)]
    [InlineData("市中区", 4)]
    [InlineData("城关区", 2)]
    public void Name_of_several_regions_stays_ambiguous(string mention, int atLeast)
    {
        var resolution = _resolver.Resolve(mention);
        Assert.Equal(RegionOutcome.Ambiguous, resolution.Outcome);
        Assert.Null(resolution.Reference);
        Assert.True(resolution.Candidates.Length >= atLeast, $"{resolution.Candidates.Length} candidates");
        Assert.Equal(resolution.Candidates.Length, resolution.Candidates.DistinctBy(candidate => candidate.Reference.Region!.Code).Count());
    }

    [Theory]
    [InlineData("鼓楼区", "350102", "福州市")]
    [InlineData("鼓楼区", "320302", "徐州市泉山区")]
    [InlineData("朝阳区", "220104", "吉林省")]
    [InlineData("朝阳", "220104", "长春市")]
    [InlineData("朝阳区", "110105", "鼓楼区", "北京")]
    [InlineData("河南", "632324", "黄南州")]
    [InlineData("乌鲁木齐", "650121", "乌鲁木齐县")]
    [InlineData("鼓楼区", "350102", "福州市", "徐州市")]
    [InlineData("鼓楼区", "350102", "福州市司法局")]
    public void Hint_decides_between_regions_of_one_name(string mention, string code, params string[] hints)
    {
        var resolution = _resolver.Resolve(mention, hints);
        Assert.Equal(RegionOutcome.Resolved, resolution.Outcome);
        Assert.Equal(code, resolution.Reference!.Region!.Code.Value);
        Assert.True(resolution.Candidates[0].ByHint);
    }

    [Fact]
    public void Hint_that_leaves_two_does_not_decide()
    {
        var resolution = _resolver.Resolve("鼓楼区", "江苏省");
        Assert.Equal(RegionOutcome.Ambiguous, resolution.Outcome);
        Assert.Equal(["320106", "320302"], resolution.Candidates.Where(candidate => candidate.ByHint).Select(candidate => candidate.Reference.Region!.Code.Value));
    }

    [Fact]
    public void Hint_never_replaces_what_the_mention_says() =>
        Assert.Equal("320400", _resolver.Resolve("常州市", "衡阳市雁峰区").Reference?.Region?.Code.Value);

    [Theory]
    [InlineData("xx市xx区", "", "xx市xx区", RegionLevel.County)]
    [InlineData("××县", "", "××县", RegionLevel.County)]
    [InlineData("某市某区", "", "某市某区", RegionLevel.County)]
    [InlineData("ＸＸ镇", "", "XX镇", RegionLevel.Township)]
    [InlineData("**县人民政府", "", "**县", RegionLevel.County)]
    [InlineData("四川省xx市xx区", "510000", "xx市xx区", RegionLevel.County)]
    [InlineData("衡阳市××区", "430400", "××区", RegionLevel.County)]
    public void Hidden_name_is_anonymised(string mention, string code, string name, RegionLevel level)
    {
        var resolution = _resolver.Resolve(mention, "常州市");
        Assert.Equal(RegionOutcome.Anonymised, resolution.Outcome);
        Assert.True(resolution.Reference!.Anonymised);
        Assert.Equal(code, resolution.Reference.Region?.Code.Value ?? "");
        Assert.Equal(name, resolution.Reference.Name);
        Assert.Equal(level, resolution.Reference.Level);
    }

    [Theory]
    [InlineData("岚川省临澜市")]
    [InlineData("城关镇")]
    [InlineData("常州大学")]
    [InlineData("进一步加强法治政府建设")]
    [InlineData("国家级开发区")]
    [InlineData("")]
    [InlineData("999999")]
    public void What_names_no_registered_region_is_unknown(string mention)
    {
        var resolution = _resolver.Resolve(mention);
        Assert.Equal(RegionOutcome.Unknown, resolution.Outcome);
        Assert.Null(resolution.Reference!.Region);
    }

    [Theory]
    [InlineData("吴江市", "320509")]
    [InlineData("襄樊市", "420600")]
    [InlineData("蓟县", "120119")]
    [InlineData("芜湖县", "340210")]
    [InlineData("江苏省吴江市", "320509")]
    public void Former_name_leads_to_the_region_of_today(string mention, string code)
    {
        var resolution = _resolver.Resolve(mention);
        Assert.Equal(code, resolution.Reference?.Region?.Code.Value);
        Assert.Equal(NameKind.FormerName, resolution.Candidates[0].Kind);
    }

    [Fact]
    public void Township_alone_belongs_to_the_region_of_its_document()
    {
        var reference = _resolver.Resolve("西联镇", "韶关市", "韶关市武江区").Reference;
        Assert.Equal("440203", reference?.Region?.Code.Value);
        Assert.Equal("韶关市武江区西联镇", reference!.FullName);
    }

    [Fact]
    public void Registered_townships_take_part()
    {
        var resolver = new RegionResolver(Fictional("石渡镇", "城关镇"));
        Assert.Equal("990121101", resolver.Resolve("石渡镇").Reference?.Region?.Code.Value);
        Assert.Equal("临澜市望岫县石渡镇", resolver.Resolve("望岫县石渡").Reference?.FullName);
        Assert.Equal(RegionOutcome.Ambiguous, resolver.Resolve("城关镇").Outcome);
        Assert.Equal("990221102", resolver.Resolve("城关镇", "云汀县").Reference?.Region?.Code.Value);
        Assert.Equal("990121102", resolver.Resolve("望岫县城关镇人民政府").Reference?.Region?.Code.Value);
        var elsewhere = resolver.Resolve("城关镇", "常州市天宁区").Reference;
        Assert.Equal("常州市天宁区城关镇", elsewhere?.FullName);
    }

    [Fact]
    public void Full_name_of_every_region_resolves_to_it() =>
        Assert.All(_catalog.Regions, region => Assert.Equal(region, _resolver.Resolve(_catalog.FullNameOf(region)).Reference?.Region));

    [Fact]
    public void Name_of_every_region_has_it_among_the_candidates() =>
        Assert.All(_catalog.Regions, region => Assert.Contains(_resolver.Resolve(region.Name).Candidates, candidate => candidate.Reference.Region == region));

    [Fact]
    public void Any_text_gets_an_answer_and_a_resolved_one_has_a_region() =>
        Prop.ForAll(
            Gen.OneOf(
                ArbMap.Default.GeneratorFor<string>(),
                Gen.ArrayOf(Gen.Elements("鼓楼", "区", "市", "常州", "江苏", "x", "×", "某", "镇", "西联", "县", "乌鲁木齐", "委员会", " ", "新")).Select(string.Concat)).ToArbitrary(),
            text =>
            {
                var resolution = _resolver.Resolve(text ?? "", text ?? "");
                return resolution.Outcome switch
                {
                    RegionOutcome.Resolved => resolution.Reference!.Region is not null && resolution.Candidates[0].Reference == resolution.Reference,
                    RegionOutcome.Ambiguous => resolution.Reference is null && resolution.Candidates.Length > 1,
                    RegionOutcome.Anonymised => resolution.Reference!.Anonymised,
                    _ => resolution.Reference!.Region is null,
                };
            }).QuickCheckThrowOnFailure();

    private static RegionCatalog Fictional(params string[] townships)
    {
        Region Make(string code, string name, string? parent) =>
            new(RegionCode.Parse(code), name, parent is null ? null : RegionCode.Parse(parent)) { ShortNames = RegionNames.ShortNamesOf(name) };
        return new RegionCatalog(
        [
            .. _catalog.Regions,
            Make("990000", "岚川省", null),
            Make("990100", "临澜市", "990000"),
            Make("990200", "澄湖市", "990000"),
            Make("990121", "望岫县", "990100"),
            Make("990221", "云汀县", "990200"),
            .. townships.Select((name, at) => Make($"990121{101 + at}", name, "990121")),
            Make("990221102", "城关镇", "990221"),
        ]);
    }
}
