using System.Globalization;
using static Fazhi.Documents.Tests.Sample;

namespace Fazhi.Documents.Tests;

public sealed class TargetTests
{
    [Theory]
    [InlineData("负责人出庭率应达到100%。", "负责人出庭率应达到100%: = 100 % ")]
    [InlineData("群众满意度达９０％以上。", "群众满意度达９０％以上: >= 90 % ")]
    [InlineData("培训不少于60学时。", "培训不少于60学时: >= 60 学时 ")]
    [InlineData("当事人申请的,2个工作日内答复。", "2个工作日内: <= 2 个工作日 ")]
    [InlineData("将开办时限压缩至3个工作日。", "将开办时限压缩至3个工作日: = 3 个工作日 ")]
    [InlineData("班子每年举办2期以上讲座。", "班子每年举办2期以上讲座: >= 2 期 每年")]
    [InlineData("任期内至少接受1次脱产培训。", "任期内至少接受1次脱产培训: >= 1 次 任期内")]
    [InlineData("每半年至少开展一次评查。", "每半年至少开展一次评查: >= 1 次 每半年")]
    [InlineData("配备3名以上审核人员。", "配备3名以上审核人员: >= 3 名 ")]
    [InlineData("公开征求意见的期限不少于30日。", "公开征求意见的期限不少于30日: >= 30 日 ")]
    [InlineData("组建5—7支队伍。", "组建5—7支队伍: >= 5 支 |组建5—7支队伍: <= 7 支 ")]
    [InlineData("落实9个方面100项指标任务。", "落实9个方面100项指标任务: = 100 项 ")]
    [InlineData("规范性文件每隔2年清理一次。", "规范性文件每隔2年清理一次: = 1 次 每隔2年")]
    [InlineData("法律顾问覆盖率达百分之百。", "法律顾问覆盖率达百分之百: = 100 % ")]
    [InlineData("调解员不少于1.2万名。", "调解员不少于1.2万名: >= 12000 名 ")]
    [InlineData("错案率低于3‰。", "错案率低于3‰: < 3 ‰ ")]
    [InlineData("专职调解员不少于调解员总数的三分之一。", "专职调解员不少于调解员总数的三分之一: >= 0.3333  ")]
    [InlineData("抽查比例不超过市场主体的3%。", "抽查比例不超过市场主体的3%: <= 3 % ")]
    [InlineData("台账留存不少于3年。", "台账留存不少于3年: >= 3 年 ")]
    [InlineData("试点期限不超过2年,期满评估。", "试点期限不超过2年: <= 2 年 ")]
    [InlineData("逾期答复件为0。", "逾期答复件为0: = 0  ")]
    [InlineData("案卷优良率大于等于85%。", "案卷优良率大于等于85%: >= 85 % ")]
    [InlineData("差错率小于或等于2%。", "差错率小于或等于2%: <= 2 % ")]
    [InlineData("送法进企业覆盖两万户。", "送法进企业覆盖两万户: = 20000 户 ")]
    [InlineData("评查案卷一百五十件。", "评查案卷一百五十件: = 150 件 ")]
    [InlineData("抽查窗口三分之一。", "抽查窗口三分之一: = 0.3333  ")]
    [InlineData("调解成功率不低于八成。", "调解成功率不低于八成: >= 80 % ")]
    [InlineData("送审率、报备率均达100%。", "送审率、报备率均达100%: = 100 % ")]
    [InlineData("9月底前巡讲3场。", "巡讲3场: = 3 场 ")]
    [InlineData("10月底前开展一次互评。", "开展一次互评: = 1 次 ")]
    [InlineData("一是学法4次;二是案卷互评2次。", "学法4次: = 4 次 |案卷互评2次: = 2 次 ")]
    public void Figures_to_be_reached_are_targets(string text, string expected) => Assert.Equal(expected, TargetsOf(text));

    [Theory]
    [InlineData("落实三项制度和“139”工作法。")]
    [InlineData("优化12345热线,推进“一网通办”。")]
    [InlineData("做好“十四五”规划,贯彻党的二十大精神。")]
    [InlineData("推动法律顾问全覆盖。")]
    [InlineData("员工在200人以上的企业建立调解组织。")]
    [InlineData("施行满1年的,开展评估。")]
    [InlineData("出台7个关键领域的监管办法。")]
    [InlineData("2023年12月4日前后开展宣传。")]
    [InlineData("贯彻《2023年10件实事方案》。")]
    [InlineData("建设一支过硬队伍。")]
    [InlineData("总结近3年的做法。")]
    [InlineData("注册资本800万元以上的企业配备法务。")]
    [InlineData("评查低于70分的案卷退回重做。")]
    [InlineData("满意率低于85%的窗口限期整改。")]
    [InlineData("超过50人的听证会由县司法局派员旁听。")]
    [InlineData("聘请执业5年以上的律师。")]
    [InlineData("考核进入全市前10名。")]
    [InlineData("联合三成员单位办案。")]
    [InlineData("年底前一次性告知到位。")]
    [InlineData("每年6月底前更新一次。")]
    public void Names_conditions_and_dates_are_no_targets(string text) => Assert.Equal("", TargetsOf(text));

    private static string TargetsOf(string text)
    {
        var document = ReadPlan("一、任务\n1.甲事。" + text);
        var targets = Assert.Single(document.Tasks).Targets;
        Assert.All(targets, t => Assert.Equal(t.Text, t.Range.In(document.Text)));
        return string.Join('|', targets.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Text}: {Sign(t.Comparator)} {t.Value:0.####} {t.Unit} {t.Period}")));
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
}
