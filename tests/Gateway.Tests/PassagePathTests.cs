using Fazhi.Gateway.Browsing;
using Fazhi.Search.V1;

namespace Fazhi.Gateway.Tests;

public sealed class PassagePathTests
{
    [Theory]
    [InlineData("（二）推进公开。", "（二）", "总体要求 › 重点任务", "总体要求", "重点任务")]
    [InlineData("推进公开。", "（二）", "总体要求 › 重点任务 › （二）", "总体要求", "重点任务")]
    [InlineData("推进公开。", "", "重点任务", "重点任务")]
    [InlineData("推进公开。", "（二）", "（二）")]
    [InlineData("推进公开。", "", "正文")]
    public void Number_follows_the_headings_only_where_the_text_does_not_show_it(string text, string label, string path, params string[] headings) =>
        Assert.Equal(path, PassagePath.Of(new PassageHit { Text = text, Label = label, Headings = { headings } }));

    [Fact]
    public void Places_found_in_headings_are_places_in_the_path()
    {
        var passage = new PassageHit
        {
            Headings = { "公开", "", "政务公开" },
            HeadingHighlights =
            {
                new HeadingHighlight { Heading = 0, Place = new Highlight { Length = 2 } },
                new HeadingHighlight { Heading = 2, Place = new Highlight { Start = 2, Length = 2 } },
                new HeadingHighlight { Heading = 3, Place = new Highlight { Length = 1 } },
            },
        };

        Assert.Equal([(0, 2), (7, 2)], PassagePath.HighlightsIn(passage).Select(place => (place.Start, place.Length)));
        Assert.Equal("公开", PassagePath.Of(passage).Substring(7, 2));
    }
}
