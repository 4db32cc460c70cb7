using Fazhi.Units.Registry;
using FsCheck;
using FsCheck.Fluent;

namespace Fazhi.Units.Tests.Registry;

public sealed class SocialCreditCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    // 91350100M000100Y43 is the example in annex A of GB 32100-2015.
    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData(" 91350100m000100y43 ")]
    public void Example_of_the_standard_is_right(string text)
    {
        Assert.Null(SocialCreditCode.Check(text, out var code));
        Assert.Equal("91350100M000100Y43", code.Value);
    }

    [Theory]
    [InlineData("", "18 位")]
    [InlineData("91350100M000100Y4", "17 位")]
    [InlineData("91350100M000100Y44", "应为“3”")]
    [InlineData("91350100M000100I43", "第 16 位“I”")]
    [InlineData("91A50100M000100Y43", "第 3 至 8 位")]
    [InlineData("９1350100M000100Y43", "第 1 位")]
    public void Wrong_code_is_refused_with_what_is_wrong(string text, string part) =>
        Assert.Contains(part, SocialCreditCode.Check(text, out _), StringComparison.Ordinal);

    [Fact]
    public void Changing_any_one_character_is_noticed() =>
        Prop.ForAll(
            (from body in Gen.ArrayOf(Gen.Elements(Alphabet.ToCharArray()), 17)
             from position in Gen.Choose(0, 16)
             from other in Gen.Elements(Alphabet.ToCharArray())
             select (body, position, other)).ToArbitrary(),
            sample =>
            {
                for (var at = 2; at < 8; at++)
                {
                    sample.body[at] = (char)('0' + (Alphabet.IndexOf(sample.body[at], StringComparison.Ordinal) % 10));
                }

                var first = new string(sample.body);
                var right = first + SocialCreditCode.CheckCharacter(first + "0");
                var changed = right.ToCharArray();
                changed[sample.position] = sample.other;
                var same = changed[sample.position] == right[sample.position];
                return SocialCreditCode.Check(right, out _) is null && (SocialCreditCode.Check(new string(changed), out _) is null) == same;
            }).QuickCheckThrowOnFailure();
}
