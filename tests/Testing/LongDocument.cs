using System.Globalization;
using System.Text;

namespace Fazhi.Testing;

/// <summary>Fictional plans and reports of any length, in the words and with the figures, units and times of real ones. The same arguments give the same text.</summary>
public static class LongDocument
{
    private static readonly string[] Digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

    private static readonly string[] Groups =
        ["健全政府机构职能体系", "健全依法行政制度体系", "健全行政决策制度体系", "健全行政执法工作体系", "健全突发事件应对体系", "健全矛盾纠纷化解体系", "健全权力制约监督体系", "健全法治保障体系"];

    private static readonly string[] Titles =
        ["深化放管服改革", "加强规范性文件管理", "落实重大行政决策程序", "规范行政裁量权基准", "完善应急预案管理", "加强行政复议工作", "推进政务公开", "加强法治教育培训", "开展行政执法监督", "推广网上办理"];

    private static readonly string[] Sentences =
    [
        "动态调整权责清单，凡没有法律法规规章依据的事项一律取消，并及时向社会公布。",
        "重大决策先听取公众意见、再请专家论证并评估风险，经审查合法后集体讨论，决策草案公开征求意见的期限不少于30日。",
        "每名行政执法人员全年参加业务和法律法规培训不少于60学时，未取得资格的不得上岗。",
        "被诉行政机关负责人出庭应诉率达到100%，败诉案件逐件分析原因并提出整改措施。",
        "2024年底前完成证明事项清理，将企业开办时间压缩至2个工作日以内。",
        "畅通行政复议渠道，推进案件网上办理，每季度通报一次审理情况。",
        "健全双随机、一公开监管机制，推动跨部门联合检查，减少对正常经营活动的打扰。",
        "加强人民调解、行政调解、司法调解联动，把矛盾纠纷化解在基层。",
    ];

    private static readonly string[] Reported =
    [
        "全年审结行政复议案件{0}件，其中调解和解{1}件。",
        "制定规范性文件{1}件，废止{1}件，合法性审查率达到100%。",
        "组织行政执法人员培训{1}次，参加{0}余人次，考试合格率98.5%。",
        "主动公开政府信息{0}条，办理依申请公开{1}件，按时答复率100%。",
        "开展双随机抽查{1}批次，检查市场主体{0}户，发现问题{1}个并已整改。",
        "各级调解组织化解矛盾纠纷{0}起，调解成功率达96%以上。",
        "举办法治讲座{1}场，发放宣传资料1.2万余份。",
    ];

    private static readonly string[] Units =
        ["县司法局", "县政府办公室", "县市场监督管理局", "县发展改革委", "县应急管理局", "县财政局", "县人力资源社会保障局", "县委编办", "县属相关部门", "各乡镇人民政府、街道办事处"];

    /// <summary>A plan of at least <paramref name="bytes"/> bytes of UTF-8: parts with numbered tasks, each with its units on a line of their own.</summary>
    public static string Plan(int bytes)
    {
        var text = new StringBuilder("望岫县2024年法治政府建设工作要点\n\n为做好2024年法治政府建设工作，根据《法治政府建设实施纲要（2021—2025年）》，结合本县实际，制定本要点。\n");
        for (var (task, part) = (0, 0); Bytes(text) < bytes; task++)
        {
            if (task % 12 == 0 && part < 99)
                text.Append(Han(++part)).Append('、').Append(Groups[part % Groups.Length]).Append('\n');
            text.Append(CultureInfo.InvariantCulture, $"{task + 1}.{Titles[task * 7 % Titles.Length]}。");
            for (var sentence = 0; sentence < 3; sentence++)
                text.Append(Sentences[((task * 5) + (sentence * 3)) % Sentences.Length]);
            text.Append(CultureInfo.InvariantCulture, $"\n牵头单位：{Units[task % 8]}；责任单位：{Units[(task + 3) % 8]}、{Units[(task + 5) % 8]}、{Units[8 + (task % 2)]}按职责分工负责\n");
        }

        return text.Append("望岫县人民政府\n2024年3月5日\n").ToString();
    }

    /// <summary>A report of at least <paramref name="bytes"/> bytes of UTF-8: achievements with figures, problems, next steps.</summary>
    public static string Report(int bytes)
    {
        var text = new StringBuilder("望岫县2024年法治政府建设年度报告\n\n现将2024年法治政府建设情况报告如下。\n一、主要举措和成效\n");
        for (var item = 0; Bytes(text) < bytes * 9 / 10; item++)
        {
            text.Append('（').Append(Han((item % 99) + 1)).Append('）').Append(Titles[item * 3 % Titles.Length]).Append("。一是").Append(Sentences[item % Sentences.Length]);
            foreach (var at in Enumerable.Range(0, 3))
                text.Append(string.Format(CultureInfo.InvariantCulture, Reported[((item * 2) + at) % Reported.Length], 30 + (item * 37 % 900), 2 + (item * 11 % 40)));
            text.Append("二是").Append(Sentences[(item + 4) % Sentences.Length]).Append('\n');
        }

        text.Append("二、存在的问题\n一是执法人员业务能力有待提高；二是普法形式较为单一。\n三、下一步工作打算\n");
        while (Bytes(text) < bytes)
            text.Append("一是").Append(Sentences[5]).Append("二是").Append(Sentences[7]).Append('\n');
        return text.Append("望岫县人民政府\n2025年1月15日\n").ToString();
    }

    // All but a few characters have three bytes.
    private static int Bytes(StringBuilder text) => text.Length * 3;

    private static string Han(int number) => number < 10 ? Digits[number] : (number < 20 ? "" : Digits[number / 10]) + "十" + Digits[number % 10];
}
