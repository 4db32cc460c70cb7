using Fazhi.Catalogues.Functions;
using Fazhi.Catalogues.Regions;

namespace Fazhi.Catalogues.Tests.Functions;

public sealed class FunctionCatalogTests
{
    private static readonly FunctionCatalog _catalog = FunctionCatalog.BuiltIn;

    [Fact]
    public void Catalogue_covers_every_kind_of_body()
    {
        Assert.True(_catalog.Functions.Length >= 120, $"{_catalog.Functions.Length} functions");
        Assert.Equal(Enum.GetValues<UnitKind>(), _catalog.Functions.Select(function => function.Kind).Distinct().Order());
    }

    [Fact]
    public void Ids_are_unique_lower_case_words() =>
        Assert.All(_catalog.Functions, function => Assert.Matches("^[a-z]+(-[a-z]+)*$", function.Id));

    [Fact]
    public void Every_function_has_a_usual_name_somewhere_and_a_form_that_uses_it() => Assert.All(_catalog.Functions, function =>
    {
        Assert.Contains(Enum.GetValues<RegionLevel>(), level => function.NameAt(level) is not null);
        Assert.Contains("{N}", function.Form, StringComparison.Ordinal);
    });

    [Fact]
    public void No_two_functions_claim_the_same_name_of_today()
    {
        var claims = _catalog.Functions
            .SelectMany(function => function.Names.SelectMany(names => names).Concat(function.Variants).Concat(function.Abbreviations.Select(name => name.Short)).Distinct().Select(name => (name, function.Id)))
            .GroupBy(claim => claim.name, claim => claim.Id)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);
        // A town's government and a county's share their name; 委员会 is never a name by itself.
        Assert.Equal(["人民政府", "委员会", "支行", "政府"], claims.Append("支行").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("judicial-administration", RegionLevel.Nation, "司法部")]
    [InlineData("judicial-administration", RegionLevel.Province, "司法厅")]
    [InlineData("judicial-administration", RegionLevel.County, "司法局")]
    [InlineData("judicial-administration", RegionLevel.Township, "司法所")]
    [InlineData("court", RegionLevel.Prefecture, "中级人民法院")]
    [InlineData("fire-rescue", RegionLevel.Prefecture, "消防救援支队")]
    [InlineData("customs", RegionLevel.Township, null)]
    public void Usual_name_is_that_of_the_level(string id, RegionLevel level, string? name) => Assert.Equal(name, _catalog.Find(id)!.NameAt(level));

    [Theory]
    [InlineData("judicial-administration", 2018, LineageChange.Merged, "政府法制办公室")]
    [InlineData("market-regulation", 2018, LineageChange.Merged, "工商行政管理局")]
    [InlineData("market-regulation", 2018, LineageChange.Merged, "质量技术监督局")]
    [InlineData("market-regulation", 2018, LineageChange.Merged, "食品药品监督管理局")]
    [InlineData("health", 2018, LineageChange.Renamed, "卫生和计划生育委员会")]
    [InlineData("natural-resources", 2018, LineageChange.Merged, "国土资源局")]
    [InlineData("emergency-management", 2018, LineageChange.Merged, "安全生产监督管理局")]
    [InlineData("local-finance", 2023, LineageChange.Renamed, "地方金融监督管理局")]
    [InlineData("party-social-work", 2023, LineageChange.Created, "")]
    [InlineData("data-administration", 2023, LineageChange.Created, "")]
    [InlineData("petition", 2023, LineageChange.Transferred, "信访局")]
    public void Lineage_has_the_reforms(string id, int year, LineageChange change, string former) =>
        Assert.Contains(_catalog.Find(id)!.Lineage, step => step.Year == year && step.Change == change && step.FormerName == former);

    [Fact]
    public void Lineage_is_newest_first() =>
        Assert.All(_catalog.Functions, function => Assert.Equal(function.Lineage.OrderByDescending(step => step.Year), function.Lineage));

    [Fact]
    public void Unknown_id_is_not_found() => Assert.Null(_catalog.Find("no-such-function"));

    [Fact]
    public void Every_abbreviation_leads_to_its_function()
    {
        var context = MentionContext.Of(["岚川省", "临澜市", "望岫县"]);
        foreach (var function in _catalog.Functions)
        {
            foreach (var (text, _) in function.Abbreviations.Where(name => name.Short[0] is not ('~' or '{')))
            {
                var printed = "县" + text.Replace("{L}", "县", StringComparison.Ordinal);
                var reading = MentionReader.BuiltIn.Read(printed, context);
                Assert.True(reading.Function == function.Id || reading.Function == FunctionIds.PeoplesGovernment, $"{printed}: {reading.Function} instead of {function.Id}");
            }
        }
    }
}
