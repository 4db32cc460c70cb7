using Fazhi.Catalogues.Functions;
using Fazhi.Catalogues.Regions;
using FsCheck;
using FsCheck.Fluent;

namespace Fazhi.Catalogues.Tests.Functions;

public sealed class MentionReaderTests
{
    private static readonly MentionReader _reader = MentionReader.BuiltIn;

    private static readonly Dictionary<string, MentionContext> _contexts = new()
    {
        ["省"] = MentionContext.Of(["岚川省"]),
        ["市"] = MentionContext.Of(["岚川省", "临澜市"]),
        ["区"] = MentionContext.Of(["岚川省", "临澜市", "青砚区"]),
        ["县"] = MentionContext.Of(["岚川省", "临澜市", "望岫县"]),
        ["县市"] = MentionContext.Of(["岚川省", "临澜市", "松港市"]),
        ["镇"] = MentionContext.Of(["岚川省", "临澜市", "望岫县", "石渡镇"]),
        ["街"] = MentionContext.Of(["岚川省", "临澜市", "青砚区", "雁北街道"]),
        ["州"] = MentionContext.Of(["岚川省", "溪南自治州"]),
        ["自县"] = MentionContext.Of(["岚川省", "溪南自治州", "柳坪自治县"]),
        ["自区"] = MentionContext.Of(["云漠自治区"]),
        ["地"] = MentionContext.Of(["云漠自治区", "沙洲地区"]),
        ["旗"] = MentionContext.Of(["云漠自治区", "苍原盟", "青石旗"]),
        ["无"] = MentionContext.None,
    };

    public static TheoryData<string> Table => [.. MentionTable.Rows.Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    [Theory]
    [InlineData("乌市司法局", "乌鲁木齐市司法局")]
    [InlineData("烏市司法局", "乌鲁木齐市司法局")]
    public void Region_may_be_called_by_any_of_its_short_names(string mention, string unit)
    {
        var county = RegionCatalog.BuiltIn.Regions.Single(region => region.Name == "乌鲁木齐县");
        Assert.Equal(unit, _reader.Read(mention, MentionContext.Of(RegionCatalog.BuiltIn, county)).Unit);
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Mention_is_read_as_the_table_says(string row)
    {
        var cells = row.Split('|', StringSplitOptions.TrimEntries);
        var reading = _reader.Read(cells[1], _contexts[cells[0]]);
        Assert.Equal(
            (cells[2], cells[3], cells[4], cells[5]),
            (reading.Text, reading.Kind.ToString().ToLowerInvariant(), reading.Function, reading.Kind is UnitMentionKind.Collective ? reading.Collective.ToString() : reading.Unit));
    }

    [Theory]
    [InlineData("县政府服务管理局", "望岫县政务服务管理局", "government-services")]
    [InlineData("县市场监督管埋局", "望岫县市场监督管理局", "market-regulation")]
    [InlineData("县人力资源和社会保证局", "望岫县人力资源和社会保障局", "human-resources-social-security")]
    [InlineData("县委依法治县委员会办公", "中共望岫县委依法治县委员会办公室", "rule-of-law-office")]
    public void Misprint_is_offered_as_a_suggestion_and_never_taken(string printed, string suggested, string function)
    {
        var reading = _reader.Read(printed, _contexts["县"]);
        Assert.Equal("", reading.Function);
        var best = reading.Suggestions.FirstOrDefault();
        Assert.Equal((suggested, function), (best?.Unit ?? "", best?.Function ?? ""));
        Assert.All(reading.Suggestions, suggestion => Assert.InRange(suggestion.Score, 0.75, 0.99));
    }

    [Theory]
    [InlineData("县蚕茧局")]
    [InlineData("县水文局")]
    public void Short_names_are_not_corrected(string printed) => Assert.Empty(_reader.Read(printed, _contexts["县"]).Suggestions);

    [Fact]
    public void Part_of_a_unit_is_told_from_the_unit()
    {
        var reading = _reader.Read("县公安局治安大队", _contexts["县"]);
        Assert.Equal(("public-security", "治安大队", "望岫县公安局治安大队"), (reading.Function, reading.Part, reading.Unit));
    }

    [Fact]
    public void Unit_belongs_to_the_region_of_its_level()
    {
        Assert.Equal("临澜市", _reader.Read("市司法局", _contexts["县"]).Region?.Name);
        Assert.Equal("岚川省", _reader.Read("司法厅", _contexts["县"]).Region?.Name);
        Assert.Equal("望岫县", _reader.Read("县属相关部门", _contexts["县"]).Region?.Name);
        Assert.Equal("临澜市", _reader.Read("市直有关部门", _contexts["县"]).Region?.Name);
        var other = _reader.Read("云汀县司法局", _contexts["县"]);
        Assert.Null(other.Region);
        Assert.Equal("云汀县", other.OtherRegion);
    }

    [Fact]
    public void Context_of_a_registered_region_knows_codes_and_of_an_unregistered_town_its_name()
    {
        var catalog = new RegionCatalog(
        [
            new Region(RegionCode.Parse("990000"), "岚川省", null),
            new Region(RegionCode.Parse("990100"), "临澜市", RegionCode.Parse("990000")),
            new Region(RegionCode.Parse("990121"), "望岫县", RegionCode.Parse("990100")),
        ]);
        var reference = new RegionResolver(catalog).Resolve("临澜市望岫县石渡镇").Reference!;
        var context = MentionContext.Of(catalog, reference);
        Assert.Equal(["石渡镇", "望岫县", "临澜市", "岚川省"], context.Regions.Select(region => region.Name));
        Assert.Equal("990121", _reader.Read("县司法局", context).Region?.Code?.Value);
        Assert.Equal("石渡镇人民政府", _reader.Read("镇政府", context).Unit);
    }

    [Fact]
    public void Region_prefix_and_tail_never_change_the_function()
    {
        var names = FunctionCatalog.BuiltIn.Functions
            .Where(function => !function.Form.Contains('S') && function.NameAt(RegionLevel.County) is { Length: > 2 } name && name is not "委员会" && !name.StartsWith('~') && !name.Contains("{L}", StringComparison.Ordinal))
            .Select(function => (function.Id, Name: function.NameAt(RegionLevel.County)!)).ToArray();
        Prop.ForAll(
            Gen.Elements(names).Zip(Gen.Elements("县", "望岫县", "临澜市望岫县", "")).Zip(Gen.Elements("", "等部门", "按职责分工负责", "等县属部门单位按职责分工负责", "负责", "、")).ToArbitrary(),
            given =>
            {
                var (((id, name), prefix), tail) = given;
                var reading = _reader.Read(prefix + name + tail, _contexts["县"]);
                return reading.Kind is UnitMentionKind.Single && reading.Function == id && reading.Text == prefix + name;
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_text_gives_an_answer_whose_text_was_printed()
    {
        var words = Gen.Elements("县", "市", "各", "委", "局", "司法", "等", "部门", "(", "）", "中共", "委员会", "望岫县", "镇", "、", " ", "办", "x", "1", "有关", "负责", "人民政府", "政协", "国家税务总局", "\n", "\uD83D");
        Prop.ForAll(
            words.ArrayOf().Select(string.Concat).ToArbitrary(),
            text => _contexts.Values.All(context =>
            {
                var reading = _reader.Read(text, context);
                return text.Contains(reading.Text, StringComparison.Ordinal) && (reading.Kind is UnitMentionKind.Single) == (reading.Unit.Length > 0)
                    && (reading.Kind is UnitMentionKind.Collective) == (reading.Collective is not CollectiveKind.None);
            })).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Full_name_reads_as_itself()
    {
        foreach (var row in Table)
        {
            var cells = ((string)row).Split('|', StringSplitOptions.TrimEntries);
            if (cells[3] != "single" || cells[0] == "无" || cells[5].Contains('、'))
                continue;
            var again = _reader.Read(cells[5], _contexts[cells[0]]);
            Assert.True(again.Kind is UnitMentionKind.Single && again.Unit == cells[5], $"{cells[5]} → {again.Unit}");
        }
    }
}
