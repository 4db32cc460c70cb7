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
}
