using System.Globalization;
using Fazhi.Catalogues;
using Fazhi.Documents.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Fazhi.Documents.Tests;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("办结案件1,200件", "= 1200 件")]
    [InlineData("办结案件1 200件", "= 1200 件")]
    [InlineData("办理业务2.9万件", "= 29000 件")]
    [InlineData("公开信息６６００余条", "> 6600 条")]
    [InlineData("接待群众10余万人次", "> 100000 人次")]
    [InlineData("投入1亿2000万元", "= 120000000 元")]
    [InlineData("开展培训十五场", "= 15 场")]
    [InlineData("调解纠纷三百余起", "> 300 起")]
    [InlineData("抽查两次", "= 2 次")]
    [InlineData("近百名代表参加", "~ 100 名")]
    [InlineData("满意度达百分之九十", "= 90 %")]
    [InlineData("合格率百分之九十八点五", "= 98.5 %")]
    [InlineData("增长3.5‰", "= 3.5 ‰")]
    [InlineData("提高2个百分点", "= 2 个百分点")]
    [InlineData("组建5-7支队伍", ">= 5 支|<= 7 支")]
    [InlineData("提升10%至20%", ">= 10 %|<= 20 %")]
    [InlineData("每年三至五次", ">= 3 次|<= 5 次")]
    [InlineData("三分之二以上的代表", ">= 0.6667 ")]
    [InlineData("占比1/4", "= 0.25 ")]
    [InlineData("不少于60学时", ">= 60 学时")]
    [InlineData("不得低于 95％", ">= 95 %")]
    [InlineData("至少一次", ">= 1 次")]
    [InlineData("2个工作日内办结", "<= 2 个工作日")]
    [InlineData("不超过30日", "<= 30 日")]
    [InlineData("满意度90%以上", ">= 90 %")]
    [InlineData("约300家企业", "~ 300 家")]
    [InlineData("节约300万元", "= 3000000 元")]
    [InlineData("突破5000件", "> 5000 件")]
    [InlineData("不足3人", "< 3 人")]
    [InlineData("走访50多户、20来家", "> 50 户|> 20 家")]
    [InlineData("30人左右", "~ 30 人")]
    [InlineData("调处80件次、组织300人次", "= 80 件次|= 300 人次")]
    [InlineData("满3年", "= 3 年")]
    [InlineData("设3个内设机构", "= 3 个")]
    public void Figures_are_read_with_comparator_and_unit(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Find(text).Select(q => string.Create(CultureInfo.InvariantCulture, $"{Sign(q.Comparator)} {Math.Round(q.Value, 4):0.####} {q.Unit}"))));

    [Theory]
    [InlineData("第3次会议")]
    [InlineData("第三次会议")]
    [InlineData("2024年12月4日")]
    [InlineData("2024-03-05")]
    [InlineData("2021—2025年")]
    [InlineData("3月上旬")]
    [InlineData("电话:0519—85683383")]
    [InlineData("望政发〔2023〕14号")]
    [InlineData("推行“139”工作模式")]
    [InlineData("推行“5个一律”要求")]
    [InlineData("5+2高频事项")]
    [InlineData("拨打12345热线")]
    [InlineData("《关于3项制度的意见》")]
    [InlineData("落实三项制度")]
    [InlineData("建设一支队伍")]
    [InlineData("12·4宣传")]
    [InlineData("二〇二四年")]
    [InlineData("7×24小时")]
    [InlineData("十分重要")]
    [InlineData("逐步统一、进一步规范")]
    [InlineData("6月30日前")]
    public void What_only_looks_like_a_figure_is_none(string text) => Assert.Empty(Find(text));

    [Fact]
    public void A_figure_knows_where_it_stands()
    {
        const string Text = "对执法人员每年开展不少于60学时的培训";

        var quantity = Assert.Single(Find(Text));

        Assert.Equal(("60", "不少于60学时"), (quantity.Number.In(Text), quantity.Range.In(Text)));
    }

    [Fact]
    public void A_written_number_reads_as_its_value() =>
        Prop.ForAll(Gen.Choose(1, 9999_9999).Select(n => n).ToArbitrary(), n =>
        {
            Assert.Equal(n, Read(n.ToString(CultureInfo.InvariantCulture)));
            Assert.Equal(n, Read(n.ToString("N0", CultureInfo.InvariantCulture)));
            Assert.Equal(n, Read((n / 10000m).ToString(CultureInfo.InvariantCulture) + "万"));
            Assert.Equal(n / 100m, Read((n / 100m).ToString(CultureInfo.InvariantCulture)));
            Assert.Equal(n, Read(InHan(n)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static decimal Read(string number) => Assert.Single(Find($"共计超过{number}件")).Value;

    private static List<Quantity> Find(string text)
    {
        var found = new List<Quantity>();
        QuantityReader.Read(Fold.Text(text), new(0, text.Length), found);
        return found;
    }

    private static string Sign(Comparator comparator) => comparator switch
    {
        Comparator.AtLeast => ">=",
        Comparator.AtMost => "<=",
        Comparator.MoreThan => ">",
        Comparator.LessThan => "<",
        Comparator.About => "~",
        _ => "=",
    };

    private static string InHan(int number)
    {
        const string Digits = "零一二三四五六七八九";
        var (high, low) = (number / 10000, number % 10000);
        if (high > 0)
            return InHan(high) + "万" + (low == 0 ? "" : (low < 1000 ? "零" : "") + InHan(low));
        var text = "";
        var gap = false;
        foreach (var (unit, name) in ((int, string)[])[(1000, "千"), (100, "百"), (10, "十"), (1, "")])
        {
            var digit = number / unit % 10;
            if (digit == 0)
            {
                gap = text.Length > 0;
                continue;
            }

            text += (gap ? "零" : "") + (digit == 1 && unit == 10 && text.Length == 0 ? "" : Digits[digit].ToString()) + name;
            gap = false;
        }

        return text;
    }
}
