using Fazhi.Gateway.Browsing;
using FsCheck;
using FsCheck.Fluent;

namespace Fazhi.Gateway.Tests;

public sealed class TextPiecesTests
{
    [Fact]
    public void Pieces_are_the_whole_text_and_mark_exactly_the_ranges()
    {
        var texts = Gen.Elements("甲", "乙", "a", "<", "𠮷", "\n").ListOf().Select(string.Concat);
        var ranges = Gen.Choose(-5, 40).SelectMany(start => Gen.Choose(-3, 20).Select(length => (start, length))).ListOf();

        Prop.ForAll(texts.ToArbitrary(), ranges.ToArbitrary(), (text, highlights) =>
        {
            var pieces = TextPieces.Cut(text, highlights);
            var marked = pieces.SelectMany(piece => Enumerable.Repeat(piece.Marked, piece.Text.Length)).ToList();
            return string.Concat(pieces.Select(piece => piece.Text)) == text
                && pieces.All(piece => piece.Text.Length > 0 && !char.IsLowSurrogate(piece.Text[0]) && !char.IsHighSurrogate(piece.Text[^1]))
                && Enumerable.Range(0, text.Length).All(index => marked[index] || !highlights.Any(range => index >= range.start && index < range.start + range.length))
                && pieces.Zip(pieces.Skip(1)).All(pair => pair.First.Marked != pair.Second.Marked);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Overlapping_and_touching_highlights_become_one()
        => Assert.Equal(
            [new TextPiece("一", false), new TextPiece("二三四五", true), new TextPiece("六", false)],
            TextPieces.Cut("一二三四五六", [(3, 2), (1, 2), (2, 2)]));

    [Fact]
    public void Range_beyond_every_number_is_clipped()
        => Assert.Equal([new TextPiece("一二", true)], TextPieces.Cut("一二", [(0, int.MaxValue), (int.MaxValue, int.MaxValue), (int.MinValue, 5)]));
}
