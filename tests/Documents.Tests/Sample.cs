using System.Text;

namespace Fazhi.Documents.Tests;

/// <summary>Fictional documents of the sample world, and short ways to read them.</summary>
internal static class Sample
{
    /// <summary>A yearly plan with three tasks, each ended by its units.</summary>
    public const string Plan = """
        望岫县2024年法治政府建设工作要点
        为做好今年的法治政府建设工作,制定本要点。
        一、提升依法决策水平
        (一)落实决策程序。重大事项一律先听意见再上会,会后公布结果。〔责任单位:县政府办公室、县司法局〕
        (二)用好法律顾问。合同签订前由法律顾问逐份看过。〔责任单位:县司法局、县直各部门,各乡镇人民政府〕
        二、规范行政执法
        (一)开展案卷评查。每半年抽查一次案卷,抽查结果全县通报。〔责任单位:县司法局〕
        望岫县人民政府
        2024年3月5日
        """;

    /// <summary>A yearly report.</summary>
    public const string Report = """
        石渡镇2023年法治政府建设情况报告
        2023年,石渡镇认真做好各项工作,现将有关情况报告如下:
        一、主要举措和成效
        (一)矛盾纠纷就地化解
        全年调解纠纷46件,成功率达98%。
        二、存在问题
        执法力量仍然不足。
        三、下一步工作安排
        继续充实执法队伍。
        临澜市望岫县石渡镇人民政府
        2024年1月20日
        """;

    /// <summary>Reads text as UTF-8 bytes; fails the test when it gives no document.</summary>
    public static ParsedDocument Read(string text) => ReadBytes(Encoding.UTF8.GetBytes(text));

    /// <summary>Reads a file; fails the test when it gives no document.</summary>
    public static ParsedDocument ReadBytes(byte[] bytes)
    {
        var result = DocumentReader.Read(bytes, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, result.Error?.Message);
        return result.Document;
    }

    /// <summary>Reads text as UTF-8 bytes; fails the test when it gives no error.</summary>
    public static DocumentError Fail(string text, ReadLimits? limits = null) => FailBytes(Encoding.UTF8.GetBytes(text), limits);

    /// <summary>Reads a file; fails the test when it gives no error.</summary>
    public static DocumentError FailBytes(byte[] bytes, ReadLimits? limits = null)
    {
        var result = DocumentReader.Read(bytes, limits, TestContext.Current.CancellationToken);
        Assert.NotNull(result.Error);
        return result.Error;
    }

    /// <summary>A plan with the given body below a usual title.</summary>
    public static ParsedDocument ReadPlan(string body) => Read("云汀县2023年法治政府建设工作要点\n" + body);

    /// <summary>An HTML page around the given body.</summary>
    public static string HtmlPage(string body, string head = "") => $"<!DOCTYPE html><html><head><meta charset=\"utf-8\">{head}</head><body>{body}</body></html>";
}
