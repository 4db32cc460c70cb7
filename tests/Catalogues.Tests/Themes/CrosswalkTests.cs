using Fazhi.Catalogues.Themes;

namespace Fazhi.Catalogues.Tests.Themes;

public sealed class CrosswalkTests
{
    private const string Sample = """
        {
          "id": "outline-2015-to-outline-2021", "version": "1.0.0", "from": "outline-2015", "to": "outline-2021",
          "links": [
            { "from": "outline-2015/29", "to": "outline-2021/27", "relation": "same" },
            { "from": "outline-2015/33", "to": "outline-2021/21", "relation": "narrower" }
          ]
        }
        """;

    [Fact]
    public void Every_measure_of_the_earlier_outline_has_an_answer_in_the_later()
    {
        var crosswalk = Crosswalk.BuiltIn[0];

        Assert.All(ThemeCatalogue.BuiltIn[1].Themes, t => Assert.NotEmpty(crosswalk.LinksFrom(t.Id)));
        Assert.Equal([new("outline-2015/32", "outline-2021/22", ThemeRelation.Same)], crosswalk.LinksFrom("outline-2015/32"));
        Assert.Contains(new("outline-2015/33", "outline-2021/21", ThemeRelation.Narrower), crosswalk.LinksTo("outline-2021/21"));
        Assert.Empty(crosswalk.LinksTo("outline-2021/29"));
    }

    [Theory]
    [InlineData("\"to\": \"outline-2021\"", "\"to\": \"outline-2099\"", ThemeErrorCode.UnknownReference, "$.to")]
    [InlineData("outline-2015/33", "outline-2015/40", ThemeErrorCode.UnknownReference, "$.links[1].from")]
    [InlineData("narrower", "wider", ThemeErrorCode.BadForm, "$.links[1].relation")]
    [InlineData("\"from\": \"outline-2015/33\", \"to\": \"outline-2021/21\"", "\"from\": \"outline-2015/29\", \"to\": \"outline-2021/27\"", ThemeErrorCode.Duplicate, "$.links[1]")]
    [InlineData("\"links\"", "\"pairs\"", ThemeErrorCode.Missing, "$.links")]
    public void Bad_crosswalk_is_told_what_is_wrong_and_where(string good, string bad, ThemeErrorCode code, string path)
    {
        var (later, earlier) = (ThemeCatalogue.BuiltIn[0], ThemeCatalogue.BuiltIn[1]);
        Assert.True(Crosswalk.Parse(Sample, earlier, later).Success);

        var result = Crosswalk.Parse(Sample.Replace(good, bad, StringComparison.Ordinal), earlier, later);

        Assert.False(result.Success);
        Assert.Contains(result.Errors, e => e.Code == code && e.Path == path);
    }
}
