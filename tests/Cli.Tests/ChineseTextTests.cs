using Fazhi.CommandLine;
using FsCheck;
using FsCheck.Fluent;
using Spectre.Console.Rendering;

namespace Fazhi.Cli.Tests;

public sealed class ChineseTextTests
{
    [Theory]
    [InlineData("推进复议。", "推", "进", "复", "议。")]
    [InlineData("（一）“放管服”改革", "（一）", "“放", "管", "服”", "改", "革")]
    [InlineData("two words", "two ", "words")]
    [InlineData("用 --help 查看", "用 ", "--help ", "查", "看")]
    [InlineData("满意度90%以上", "满", "意", "度", "90%", "以", "上")]
    [InlineData("", new string[0])]
    public void Line_may_end_after_a_character_but_not_before_a_mark_that_closes(string text, params string[] pieces) => Assert.Equal(pieces, ChineseText.Pieces(text));

    [Fact]
    public void What_is_folded_goes_on_under_the_second_column() =>
        Assert.Equal("说明\n  --a <B>  一二三四五，\n           六七\n  --c      八", ChineseText.Fold("说明\n  --a <B>  一二三四五，六七\n  --c      八", 23));

    [Fact]
    public void Folding_adds_nothing_but_ends_of_lines_and_keeps_to_the_width() =>
        Prop.ForAll(Gen.Elements('法', '治', '，', '。', '“', '”', 'a').ArrayOf().Select(characters => new string(characters)).ToArbitrary(), text =>
        {
            var folded = ChineseText.Fold(text, 20);
            var widest = ChineseText.Pieces(text).Select(piece => new Segment(piece).CellCount()).DefaultIfEmpty().Max();
            return folded.Replace("\n", "", StringComparison.Ordinal) == text && folded.Split('\n').All(line => new Segment(line).CellCount() <= Math.Max(20, widest));
        }).QuickCheckThrowOnFailure();
}
