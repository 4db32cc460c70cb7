using Fazhi.Catalogues.Regions;
using FsCheck;
using FsCheck.Fluent;

namespace Fazhi.Catalogues.Tests.Regions;

public sealed class RegionCodeTests
{
    [Theory]
    [InlineData("000000", RegionLevel.Nation)]
    [InlineData("440000", RegionLevel.Province)]
    [InlineData("440200", RegionLevel.Prefecture)]
    [InlineData("440203", RegionLevel.County)]
    [InlineData("440203101", RegionLevel.Township)]
    [InlineData("441900003", RegionLevel.Township)]
    public void Level_follows_from_the_form(string text, RegionLevel level)
    {
        Assert.True(RegionCode.TryParse(text, out var code));
        Assert.Equal(level, code.Level);
        Assert.Equal(text, code.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("44020")]
    [InlineData("4402031")]
    [InlineData("44020a")]
    [InlineData("４４０２０３")]
    [InlineData("040203")]
    [InlineData("440203000")]
    [InlineData(" 440203")]
    public void Malformed_code_is_refused(string? text) => Assert.False(RegionCode.TryParse(text, out _));

    [Theory]
    [InlineData("440203101", "440203")]
    [InlineData("440203", "440200", "440000")]
    [InlineData("440200", "440000")]
    [InlineData("440000")]
    [InlineData("000000")]
    public void Possible_parents_are_the_nearest_first(string text, params string[] parents) =>
        Assert.Equal(parents, RegionCode.Parse(text).PossibleParents.Select(code => code.Value));

    [Fact]
    public void Possible_parents_are_shallower_and_end_at_a_province() =>
        Prop.ForAll(
            Gen.Choose(110000, 999999).ToArbitrary(),
            number =>
            {
                var code = RegionCode.Parse(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
                var parents = code.PossibleParents.ToList();
                return parents.All(parent => parent.Level < code.Level) && (code.Level == RegionLevel.Province || parents[^1].Level == RegionLevel.Province);
            }).QuickCheckThrowOnFailure();
}
