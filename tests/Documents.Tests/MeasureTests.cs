using Fazhi.Catalogues;
using Fazhi.Documents.Tasks;

namespace Fazhi.Documents.Tests;

public sealed class MeasureTests
{
    [Theory]
    [InlineData("做好三件事。一是建台账;二是定期查;三是抓整改。", "一是:一是建台账;|二是:二是定期查;|三是:三是抓整改。")]
    [InlineData("一要建台账，二要定期查。", "一要:一要建台账，|二要:二要定期查。")]
    [InlineData("首先，建台账。其次，定期查。最后，抓整改。", "首先:首先，建台账。|其次:其次，定期查。|最后:最后，抓整改。")]
    [InlineData("第一，建台账。第二，定期查。", "第一:第一，建台账。|第二:第二，定期查。")]
    [InlineData("包括①建台账②定期查", "①:①建台账|②:②定期查")]
    [InlineData("措施为:（1）建台账;（2）定期查。", "（1）:（1）建台账;|（2）:（2）定期查。")]
    [InlineData("措施为:1.建台账。2.定期查。", "1.:1.建台账。|2.:2.定期查。")]
    [InlineData("一是建台账,做到(1)分类,(2)归档;二是定期查。", "一是:一是建台账,做到(1)分类,(2)归档;|二是:二是定期查。")]
    [InlineData("甲事。一是建台账;二是定期查。乙事。一是学习;二是宣传。", "一是:一是建台账;|二是:二是定期查。乙事。|一是:一是学习;|二是:二是宣传。")]
    [InlineData("一是建台账。\n还要装订。\n二是定期查。\n做好总结。", "一是:一是建台账。\n还要装订。|二是:二是定期查。")]
    public void Inline_parts_are_found_with_their_marks(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Find(text).Select(m => $"{m.Label}:{m.Range.In(text)}")));

    [Theory]
    [InlineData("一是建台账。")]
    [InlineData("这一是非问题,二是二。")]
    [InlineData("二是定期查;三是抓整改。")]
    [InlineData("增长1.5万件,2.3万人。")]
    [InlineData("依照第一款办理。")]
    public void A_text_that_counts_nothing_up_has_no_parts(string text) => Assert.Empty(Find(text));

    private static IEnumerable<Measure> Find(string text) => MeasureReader.Read(text, Fold.Text(text), new(0, text.Length));
}
