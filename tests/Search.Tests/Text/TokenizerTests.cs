using Fazhi.Search.Text;

namespace Fazhi.Search.Tests.Text;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("行政复议", "行政 政复 复议 议")]
    [InlineData("议", "议")]
    [InlineData("复议，应诉", "复议 议 应诉 诉")]
    [InlineData("2024年年底", "2024 年年 年底 底")]
    [InlineData("２０２４年", "2024 年")]
    [InlineData("ＡＢｃ办", "abc 办")]
    [InlineData("“放管服”改革", "放管 管服 服改 改革 革")]
    [InlineData("申　请 人", "申请 请人 人")]
    [InlineData("一行\n二行", "一行 行 二行 行")]
    [InlineData("𠮷野家", "𠮷野 野家 家")]
    [InlineData("100%、3.5件", "100 3 5 件")]
    [InlineData("\uD842孤", "孤")]
    [InlineData("，。！()", "")]
    public void Text_becomes_bigrams_run_ends_and_words(string text, string tokens) =>
        Assert.Equal(tokens, TokenText.Of(text));

    [Fact]
    public void Folding_keeps_every_position()
    {
        const string text = "Ａ１（ＤＥＦ）　法治ABC，𠮷";

        Assert.Equal("a1(def) 法治abc,𠮷", TextFolding.Fold(text));
        Assert.Equal(text.Length, TextFolding.Fold(text).Length);
    }

    [Theory]
    [InlineData("行政复议", "行政 政复 复议", false)]
    [InlineData("议", "议", true)]
    [InlineData("2024年", "2024 年", true)]
    [InlineData("复议，应诉", "复议 议 应诉", false)]
    [InlineData("应诉2024", "应诉 诉 2024", false)]
    public void Phrase_leaves_out_the_end_of_a_run_that_may_go_on(string text, string tokens, bool prefix)
    {
        var phrase = TokenPhrase.Of(text);

        Assert.NotNull(phrase);
        Assert.Equal(tokens, string.Join(' ', phrase.Values));
        Assert.Equal(prefix, phrase.LastIsPrefix);
    }
}
