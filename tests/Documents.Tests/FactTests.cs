using Fazhi.Catalogues.Metrics;

namespace Fazhi.Documents.Tests;

/// <summary>Figures of reports. A fact is written as name, comparator, value, unit: 行政复议审结件数=57件; an unnamed one begins with its comparator.</summary>
public class FactTests
{
    [Theory]
    // The subject before the figure, behind it, in the clause before.
    [InlineData("全年审结行政复议57件。", "行政复议审结件数=57件")]
    [InlineData("受理群众提出的行政复议申请58件。", "行政复议受理件数=58件")]
    [InlineData("各站所办结行政调解案件31件。", "行政调解件数=31件")]
    [InlineData("全年共计审结12件行政诉讼案件。", "行政应诉案件数=12件")]
    [InlineData("组织22名干部参加执法资格考试，为19名人员核发执法资格证。", "执法资格考试人数=22名|执法人员持证数=19名")]
    [InlineData("开展民法典主题宣传活动，先后组织45场。", "普法活动场数=45场")]
    [InlineData("发放普法宣传资料，共3000余份。", "普法资料发放数>3000份")]
    [InlineData("举办行政执法培训班5期，参训300人次。", "行政执法培训次数=5期|行政执法培训人次=300人次")]
    // Lists.
    [InlineData("对已实施的决策组织评估4次、收到意见建议12条、形成评估报告2份。", "决策后评估次数=4次|决策征求意见条数=12条|决策评估报告份数=2份")]
    [InlineData("开展中心组专题学法、常务会议会前学法共6次，组织旁听庭审10场。", "学法次数=6次|旁听庭审场数=10场")]
    [InlineData("收到行政复议申请132件，受理120件，审结115件，其中维持60件、驳回20件、撤销8件，纠错率6.9%。",
        "行政复议申请件数=132件|行政复议受理件数=120件|行政复议审结件数=115件|行政复议维持件数=60件|行政复议驳回件数=20件|行政复议纠错件数=8件|行政复议纠错率=6.9%")]
    [InlineData("出台行政规范性文件7件，修改2件、废止5件。", "规范性文件制定数=7件|规范性文件修改数=2件|规范性文件废止数=5件")]
    [InlineData("责令3家执法单位对4项不当执法行为进行整改。", "责令整改单位数=3家|纠正不当执法行为数=4项")]
    [InlineData("对6个县、12个部门开展法治督察。", "督察单位数=6个|督察单位数=12个")]
    [InlineData("办理人大代表建议86件和政协提案102件。", "建议提案办理数=86件|建议提案办理数=102件")]
    [InlineData("审结行政复议案件（含上年结转5件）57件。", "行政复议审结件数=5件|行政复议审结件数=57件")]
    [InlineData("开展法治督察2轮次，覆盖12个县（市、区）、35个市直部门。", "法治督察次数=2轮|督察单位数=12个|督察单位数=35个")]
    [InlineData("人民调解委员会和行业性调解组织分别有120个、35个。", "调解组织数=120个|调解组织数=35个")]
    [InlineData("行政复议、行政应诉案件分别为26件、17件。", "行政复议受理件数=26件|行政应诉案件数=17件")]
    [InlineData("受理、审结行政复议案件分别为31件、28件。", "行政复议受理件数=31件|行政复议审结件数=28件")]
    // Words that are near but say something else.
    [InlineData("审结复议案件40件，其中调解8件、终止5件。", "行政复议审结件数=40件|行政复议调解和解件数=8件|=5件")]
    [InlineData("行政机关负责人应出庭21件、实际出庭20件。", "=21件|负责人出庭应诉次数=20件")]
    [InlineData("县政府召开常务会议33次，集体学法5次。", "=33次|学法次数=5次")]
    [InlineData("县政府常务会议研究法治工作3次。", "研究法治工作会议次数=3次")]
    [InlineData("全年取消行政许可事项14项。", "=14项")]
    [InlineData("全县配备村（社区）法律顾问312名，县政府聘请法律顾问6名。", "村（社区）法律顾问数=312名|法律顾问人数=6名")]
    [InlineData("现有行政执法人员870名，新取得执法证44名。", "行政执法人员数=870名|=44名")]
    [InlineData("办理行政复议案件64件，审结59件。", "行政复议办理件数=64件|行政复议审结件数=59件")]
    [InlineData("2022年办理复议案件38件，2023年办理46件。", "行政复议办理件数=38件|行政复议办理件数=46件")]
    [InlineData("办理人大代表建议20件。行政复议案件比上年减少9件，办结率达到100%。", "建议提案办理数=20件|=9件|行政复议审结率=100%")]
    [InlineData("审结行政复议案件13件。12345热线受理诉求3万件，按期办结率97%，满意率96%。", "行政复议审结件数=13件|12345热线办件数=30000件|办结率=97%|满意率=96%")]
    // Rates.
    [InlineData("备案规范性文件18件，报备率、及时率均达100%。", "规范性文件备案数=18件|规范性文件备案率=100%|规范性文件备案率=100%")]
    [InlineData("行政机关负责人出庭应诉率继续保持100%。", "出庭应诉率=100%")]
    [InlineData("年度学法考试参学、参考、通过率100%。", "学法参学率=100%|学法考试参考率=100%|学法考试通过率=100%")]
    [InlineData("开展“双随机”抽查160项，完成率、公示率均达100%。", "双随机抽查数=160项|双随机抽查完成率=100%|双随机抽查公示率=100%")]
    [InlineData("12345热线按时办结率和满意率分别为99.6%、98.4%。", "办结率=99.6%|满意率=98.4%")]
    [InlineData("审结行政诉讼案件12件，实现了零败诉。", "行政应诉案件数=12件|败诉率=0")]
    [InlineData("行政机关败诉率为0，纠错率为零。", "败诉率=0|行政复议纠错率=0")]
    [InlineData("人民调解成功率达到百分之九十八以上。", "人民调解成功率>=98%")]
    // How it is meant.
    [InlineData("公开政府信息6600余条。", "政府信息公开条数>6600条")]
    [InlineData("政务大厅累计办件2.9万件。", "政务服务办件数=29000件")]
    [InlineData("法治讲座有近400名群众参加。", "普法受众人次~400名")]
    [InlineData("全县法治宣传普及率达95%以上。", "法治宣传普及率>=95%")]
    [InlineData("开展防汛应急演练两次。", "应急演练次数=2次")]
    // No metric.
    [InlineData("栽种行道树300棵。", "=300棵")]
    [InlineData("纠错率5.2%，同比下降2.1个百分点。", "行政复议纠错率=5.2%|=2.1个百分点")]
    [InlineData("行政复议受理案件120件，比上年增加15件。", "行政复议受理件数=120件|=15件")]
    public void Figures_have_their_metric(string sentence, string expected) => Assert.Equal(expected, Show(ReadReport(sentence)));

    [Theory]
    [InlineData("落实行政执法“三项制度”，开展“七五”普法和法律七进。")]
    [InlineData("召开第3次会议，学习《条例》第十二条。")]
    [InlineData("2023年3月5日印发临法〔2023〕14号文件。")]
    [InlineData("咨询电话0519-85680000。")]
    [InlineData("树牢“四个意识”，做到“两个维护”，建设5+2场景。")]
    [InlineData("坚持两代表一委员参与机制。")]
    [InlineData("办好“一件事”，推进一网通办。")]
    public void What_only_looks_like_a_figure_is_none(string sentence) => Assert.Empty(ReadReport(sentence).Facts);

    [Fact]
    public void Subject_of_a_figure_may_stand_in_the_heading_or_the_sentence_before()
    {
        var report = Sample.Read("""
            望岫县2023年法治政府建设情况报告
            一、工作成效
            （一）发挥行政复议主渠道作用
            全年受理120件，审结98件。
            （二）加强行政调解
            开展行政调解工作。全年办理30件。
            """).Report!;

        Assert.Equal("行政复议受理件数=120件|行政复议审结件数=98件|=30件", Show(report));
    }

    [Fact]
    public void A_fact_says_where_it_stands_and_of_what_period_it_is()
    {
        var document = Sample.Read("""
            望岫县2023年法治政府建设情况报告
            一、工作成效
            2021年以来审结行政复议57件。2023年全年共公开政府信息80条。上半年调解矛盾纠纷9件，每季度开展学法2次。
            """);
        var facts = document.Report!.Facts;

        Assert.Equal(["审结行政复议57件", "公开政府信息80条", "调解矛盾纠纷9件", "开展学法2次"], facts.Select(f => f.Text.Replace("2021年以来", "").Replace("上半年", "").Replace("每季度", "")));
        Assert.All(facts, f => Assert.Equal(f.Text, f.Range.In(document.Text)));
        Assert.All(facts, f => Assert.True(f.Sentence.Contains(f.Range)));
        Assert.Equal("2021年以来审结行政复议57件。", facts[0].Sentence.In(document.Text));
        Assert.Equal(["2021年以来", "", "上半年", "每季度"], facts.Select(f => f.Period));
    }

    [Fact]
    public void Figures_of_a_table_take_their_metric_from_the_row_and_the_period_from_the_column()
    {
        var html = Sample.HtmlPage("""
            <h1>望岫县2023年法治政府建设情况报告</h1><p>一、工作成效</p><p>主要数据见下表，供参考。</p>
            <table><tr><td>项目</td><td>2022年</td><td>2023年</td></tr>
            <tr><td>行政复议受理（件）</td><td>103</td><td>126</td></tr>
            <tr><td>出庭应诉率（%）</td><td>97.5</td><td>100</td></tr></table>
            <table><tr><td>序号</td><td>单位</td><td>行政处罚（件）</td><td>备注</td></tr><tr><td>1</td><td>青砚区</td><td>31</td><td>全部公示</td></tr></table>
            <p>二、存在问题</p><p>执法力量不足。</p>
            """);
        var report = Sample.Read(html).Report!;

        Assert.Equal("行政复议受理件数=103件|行政复议受理件数=126件|出庭应诉率=97.5%|出庭应诉率=100%|行政处罚数=31件", Show(report));
        Assert.Equal(["2022年", "", "2022年", "", ""], report.Facts.Select(f => f.Period));
    }

    [Fact]
    public void Aims_of_next_steps_are_no_facts_but_figures_of_problems_are()
    {
        var report = Sample.Read("""
            望岫县2023年法治政府建设情况报告
            一、工作成效
            开展学法3次。
            二、存在问题
            全年败诉5件。
            三、下一步工作安排
            开展学法12次。
            """).Report!;

        Assert.Equal("学法次数=3次|败诉件数=5件", Show(report));
    }

    [Fact]
    public void Plans_have_no_report_content() => Assert.Null(Sample.Read(Sample.Plan).Report);

    /// <summary>Figures of a real report, listed by hand.</summary>
    [Fact]
    public void Figures_of_a_real_report_are_all_found_and_named()
    {
        string[] expected =
        [
            "述法人数=40", "学法次数=6", "旁听庭审场数=10", "学法参学率=100", "学法考试参考率=100", "学法考试通过率=100", "=4", "督察调阅资料份数>100", "督察单位数=5", "政务服务办件数>100000", "好评率=100",
            "“一件事”办件数>29000", "规范性文件清理单位数=31", "普法活动场数>10", "普法受众人次~400", "重大行政决策数=4", "决策后评估次数=4", "决策征求意见条数=12", "决策评估建议条数=8", "决策评估报告份数=2",
            "规范性文件制定数=3", "规范性文件废止数=6", "合法性审查件数>70", "法律顾问人数=19", "法律意见条数=29", "法律顾问服务件次=80", "村（社区）法律顾问数=48", "双随机抽查数=160", "双随机抽查完成率=100", "双随机抽查公示率=100",
            "责令整改单位数=3", "纠正不当执法行为数=4", "执法问题整改数=11", "案卷评查单位数=5", "案卷评查份数=29", "执法资格考试人数=422", "执法人员持证数=119", "行政执法培训次数=10", "执法人员考试人数>60", "包容审慎案件数=39",
            "行政复议审结件数=57", "行政复议建议书数=2", "出庭应诉率=100", "行政应诉案件数=12", "败诉率=0", "网站访问量=32060000", "网站独立用户访问量=2430000", "政府信息公开条数>6600", "调解件数>300", "调解件数>40",
            "法治宣传普及率>=95", "监管经营主体户数=760",
        ];

        var facts = Seeds.Read("002_").Report!.Facts;

        Assert.Equal(expected, facts.Select(f => Name(f) + Sign(f.Comparator) + f.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static ReportContent ReadReport(string sentence) => Sample.Read($"""
        望岫县2023年法治政府建设情况报告
        一、工作成效
        {sentence}
        二、存在问题
        执法力量不足。
        """).Report!;

    private static string Show(ReportContent report) => string.Join('|', report.Facts.Select(f =>
        Name(f) + Sign(f.Comparator) + f.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) + f.Unit));

    private static string Name(Fact fact) => MetricCatalogue.Default.Find(fact.Metric)?.Name ?? "";

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
