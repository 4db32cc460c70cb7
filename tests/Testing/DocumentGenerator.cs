using System.Globalization;
using System.Text;

namespace Fazhi.Testing;

/// <summary>
/// Makes fictional plans and reports, laid out as GB/T 9704 has them: parts, tasks with unit lines, figures. The same seed and
/// number give the same bytes on every machine; different numbers give different documents.
/// </summary>
public sealed class DocumentGenerator(int seed)
{
    private static readonly string[] Regions = ["临澜市", "澄湖市", "临澜市青砚区", "临澜市望岫县", "澄湖市云汀县", "临澜市望岫县石渡镇"];

    private static readonly string[] Parts =
        ["依法履行政府职能", "健全依法行政制度", "规范行政决策程序", "严格公正文明执法", "强化权力监督制约", "有效化解矛盾纠纷", "夯实法治工作保障"];

    private static readonly string[] Topics =
        ["政务服务事项办理", "规范性文件审核", "重大决策听取意见", "执法案卷评查", "行政复议答复", "政务公开栏目更新", "人民调解排查", "领导干部学法", "营商环境诉求处理", "应急预案演练"];

    private static readonly string[] Actions =
        ["按季梳理{0}情况，逐项建立台账", "把{0}纳入月度调度，落后的当场说明", "围绕{0}开展一次全面自查", "为{0}编印操作手册并组织培训", "选取三个站所试点{0}的新流程"];

    private static readonly string[] Results =
        ["做到事事有人管、件件有回音", "让群众少跑一趟、少交一份材料", "形成可以复制的办法", "年底前向社会公布结果", "办理时限压缩到五个工作日以内"];

    private static readonly string[] Units = ["司法局", "政务服务局", "市场监管局", "应急管理局", "发展改革局", "财政局", "城市管理局", "政府办公室"];

    private static readonly string[] Ordinals = ["一", "二", "三", "四", "五", "六", "七"];

    /// <summary>The documents numbered 0 to <paramref name="count"/> - 1, plans and reports in turn.</summary>
    public IEnumerable<GeneratedDocument> Take(int count) => Enumerable.Range(0, count).Select(Generate);

    /// <summary>One document.</summary>
    /// <param name="number">0 to 99999; even numbers are plans, odd ones reports.</param>
    public GeneratedDocument Generate(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 99_999);
        var choice = new Choice(((ulong)(uint)seed << 32) | (uint)number);
        var region = choice.Of(Regions);
        var year = 2021 + choice.Below(4);
        return number % 2 == 0 ? Plan(number, region, year, choice) : Report(number, region, year, choice);
    }

    private GeneratedDocument Plan(int number, string region, int year, Choice choice)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"{region}{year}年法治政府建设工作要点");
        var marker = Marker(number);
        var text = new StringBuilder().Append(title).Append("\n\n")
            .Append("为做好本年度法治政府建设工作，结合本地实际，制定本要点。本要点登记为").Append(marker).Append("。\n");
        var parts = 3 + choice.Below(4);
        for (var part = 0; part < parts; part++)
        {
            text.Append(Ordinals[part]).Append('、').Append(Parts[part]).Append('\n');
            var tasks = 2 + choice.Below(3);
            for (var task = 0; task < tasks; task++)
            {
                var topic = choice.Of(Topics);
                text.Append('（').Append(Ordinals[task]).Append("）抓好").Append(topic).Append('。').Append(Sentences(choice, topic, 2 + choice.Below(3)))
                    .Append("（牵头单位：").Append(choice.Of(Units)).Append("；责任单位：").Append(choice.Of(Units)).Append("、各相关部门）\n");
            }
        }
        return Document("plan", number, title, true, region, year, marker, text);
    }

    private GeneratedDocument Report(int number, string region, int year, Choice choice)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"{region}{year}年法治政府建设年度报告");
        var marker = Marker(number);
        var text = new StringBuilder().Append(title).Append("\n\n")
            .Append(CultureInfo.InvariantCulture, $"现将{year}年法治政府建设情况报告如下，本报告登记为{marker}。\n")
            .Append("一、主要举措和成效\n");
        var achievements = 3 + choice.Below(4);
        for (var index = 0; index < achievements; index++)
        {
            var topic = choice.Of(Topics);
            text.Append('（').Append(Ordinals[index]).Append('）').Append(Parts[index]).Append("。全年开展").Append(topic)
                .Append(CultureInfo.InvariantCulture, $"{2 + choice.Below(90)}次，办结{10 + choice.Below(900)}件，办结率{90 + choice.Below(11)}%。")
                .Append(Sentences(choice, topic, 2 + choice.Below(2))).Append('\n');
        }
        text.Append("二、存在的问题\n").Append("（一）").Append(choice.Of(Topics)).Append("的力度还不够，个别站所台账不全。\n")
            .Append("（二）").Append(choice.Of(Topics)).Append("的人手偏紧，业务培训次数偏少。\n")
            .Append("三、下一步工作打算\n").Append(Sentences(choice, choice.Of(Topics), 3)).Append('\n');
        return Document("report", number, title, false, region, year, marker, text);
    }

    private GeneratedDocument Document(string kind, int number, string title, bool isPlan, string region, int year, string marker, StringBuilder text) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{kind}-{seed}-{number:00000}.txt"), title, isPlan, region, year, marker, text.ToString());

    private static string Sentences(Choice choice, string topic, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(_ =>
            string.Format(CultureInfo.InvariantCulture, choice.Of(Actions), topic) + "，" + choice.Of(Results) + "。"));

    /// <summary>The seed is part of it: documents of two generators can lie in one store.</summary>
    private string Marker(int number) => $"样本{Digits(seed)}之{Digits(number)}号";

    private static string Digits(int number) =>
        string.Concat(number.ToString("00000", CultureInfo.InvariantCulture).Select(digit => digit == '-' ? '负' : "零一二三四五六七八九"[digit - '0']));
}
