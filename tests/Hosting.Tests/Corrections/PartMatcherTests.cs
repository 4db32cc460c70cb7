using FsCheck;
using FsCheck.Fluent;

namespace Fazhi.Hosting.Tests.Corrections;

/// <summary>Where a correction goes when its document was read anew.</summary>
public sealed class PartMatcherTests
{
    private static readonly PartAnchor[] Parts =
    [
        new("1.", "加强行政复议工作，提高办案质量和效率，畅通申请渠道。"),
        new("2.", "全面推进政务公开，及时回应群众关切，规范依申请公开。"),
        new("3.", "定期通报。"),
        new("4.", "定期通报。"),
        new("5.", "每年开展一次案卷评查，评查结果向全县通报，并督促有问题的单位按期整改。"),
    ];

    [Theory]
    [InlineData("2.", "全面推进政务公开，及时回应群众关切，规范依申请公开。", 2, 2)] // unchanged
    [InlineData("7.", "全面推进政务公开，及时回应群众关切，规范依申请公开。", 7, 2)] // another number
    [InlineData("2.", "全面推进政务公开,及时回应 群众关切,规范依申请公开", 2, 2)] // other marks and blanks
    [InlineData("3.", "定期通报。", 3, 3)] // the same words twice: the number tells
    [InlineData("4.", "定期通报。", 4, 4)]
    [InlineData("", "定期通报。", 9, 4)] // … and without a number the place does
    [InlineData("5.", "每年开展一次案卷评查，评查结果向全县通报", 5, 5)] // cut off, the number speaks for it
    [InlineData("9.", "每年开展一次案卷评查，评查结果向全县通报，并督促有问题的单位按期", 1, 5)] // nearly whole
    [InlineData("9.", "每年开展一次案卷评查", 5, null)] // too little, and another number
    [InlineData("1.", "修建水库大坝。", 1, null)] // the number alone is nothing
    [InlineData("", "", 1, null)]
    public void Part_is_found_by_its_words_and_number(string label, string text, int number, int? found) =>
        Assert.Equal(found, new PartMatcher(Parts).Find(new PartAnchor(label, text), number));

    [Fact]
    public void Every_part_of_a_document_read_the_same_again_finds_itself() => Prop.ForAll(
        Gen.NonEmptyListOf(Gen.Choose(0x4E00, 0x4E40).Select(c => (char)c).ArrayOf(12).Select(c => new string(c))).Select(texts => texts.Distinct().ToList()).ToArbitrary(),
        texts =>
        {
            PartAnchor[] parts = [.. texts.Select((text, index) => new PartAnchor($"{index + 1}.", text))];
            var matcher = new PartMatcher(parts);
            return parts.Index().All(part => matcher.Find(part.Item, part.Index + 1) == part.Index + 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_is_found_where_there_are_no_parts() => Assert.Null(new PartMatcher([]).Find(Parts[0], 1));
}
