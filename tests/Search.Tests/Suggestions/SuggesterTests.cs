using Fazhi.Catalogues.Themes;
using Fazhi.Search.Regions;
using Fazhi.Search.Suggestions;
using Fazhi.Search.Synonyms;
using Fazhi.Search.V1;

namespace Fazhi.Search.Tests.Suggestions;

public sealed class SuggesterTests
{
    private static readonly Suggester Suggester = new(
        [new Region("990121", "望岫县", "临澜市望岫县", ["990000", "990100"], ["望岫"], [])], ThemeCatalogue.BuiltIn, Vocabulary.BuiltIn);

    [Theory]
    [InlineData("望", Suggestion.Types.Kind.Region, "望岫县")]
    [InlineData("行政裁", Suggestion.Types.Kind.Theme, "行政裁决")]
    [InlineData("主渠", Suggestion.Types.Kind.Theme, "行政复议主渠道")]
    [InlineData("听证 司法", Suggestion.Types.Kind.Unit, "听证 司法局")]
    [InlineData("標題：望岫", Suggestion.Types.Kind.Region, "標題：望岫县")]
    public void Last_word_is_completed(string typed, Suggestion.Types.Kind kind, string completed) =>
        Assert.Contains(Suggester.Complete(typed, [kind], 50), completion => completion.Suggestion.Kind == kind && completion.Suggestion.Text == completed);

    [Fact]
    public void What_begins_so_stands_before_what_has_it_inside_and_no_more_are_given_than_asked()
    {
        var found = Suggester.Complete("复议", [], 10);

        Assert.Equal(10, found.Count);
        Assert.StartsWith("复议", found[0].Suggestion.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("听证 ")]
    [InlineData("，")]
    public void Nothing_is_completed_by_nothing(string typed) => Assert.Empty(Suggester.Complete(typed, [], 10));
}
