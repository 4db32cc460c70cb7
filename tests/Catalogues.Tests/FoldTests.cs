namespace Fazhi.Catalogues.Tests;

public sealed class FoldTests
{
    [Theory]
    [InlineData("（一）、１．", "(一)、1.")]
    [InlineData("〔責任單位：縣司法局〕", "[责任单位:县司法局]")]
    [InlineData("關於公開徵求意見的公告", "关于公开征求意见的公告")]
    [InlineData("⼀、⽅案⻓期有效", "一、方案长期有效")]
    [InlineData("乾县后台", "乾县后台")]
    [InlineData("𠮷縣\tA", "𠮷县 A")]
    public void Marks_and_characters_are_folded_one_to_one(string text, string folded)
    {
        Assert.Equal(folded, Fold.Text(text));
        Assert.Equal(text.Length, Fold.Text(text).Length);
    }

    [Fact]
    public void What_is_folded_stays_as_it_is()
    {
        for (var c = char.MinValue; c < char.MaxValue; c++)
            Assert.Equal(Fold.Char(c), Fold.Char(Fold.Char(c)));
    }
}
