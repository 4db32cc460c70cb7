using Fazhi.Search.Text;

namespace Fazhi.Search.Tests.Text;

public sealed class HighlighterTests
{
    [Theory]
    [InlineData("推进行政复议工作", "行政复议", "推进[行政复议]工作")]
    [InlineData("深化“放管服”改革", "放管服改革", "深化“[放管服”改革]")]
    [InlineData("到２０２４年年底前", "2024年", "到[２０２４年]年底前")]
    [InlineData("年复一年", "年", "[年]复一[年]")]
    [InlineData("Grpc与GRPC", "grpc", "[Grpc]与[GRPC]")]
    [InlineData("政务公开公开栏", "公开栏 公开", "政务[公开公开栏]")]
    [InlineData("复议、应诉", "复议应诉", "复议、应诉")]
    [InlineData("办理复议，应诉", "议，应", "办理复[议，应]诉")]
    public void Every_place_of_a_term_is_marked_in_the_original(string text, string terms, string marked)
    {
        var phrases = terms.Split(' ').Select(TokenPhrase.Of).OfType<TokenPhrase>().ToList();

        Assert.Equal(marked, Mark(text, Highlighter.Find(text, phrases)));
    }

    private static string Mark(string text, IReadOnlyList<TextRange> ranges)
    {
        foreach (var range in ranges.Reverse())
            text = text.Insert(range.End, "]").Insert(range.Start, "[");
        return text;
    }
}
