using static Fazhi.Documents.Tests.Sample;

namespace Fazhi.Documents.Tests;

public sealed class ChromeTests
{
    [Theory]
    [InlineData("用户名: 口令: 登录\n繁體中文 | English\n首页 >> 政务公开 >> 正文\n", "")]
    [InlineData("首页 > 专题 > 法治政府建设\n\n", "\n\n相关文章:\n")]
    [InlineData("您现在的位置:首页 > 正文\n发布时间:2024-03-08 字号:【大 中 小】\n", "\n【打印此页】【关闭窗口】\n版权所有 望岫县人民政府")]
    [InlineData("", "\n手机“扫一扫”分享本页")]
    [InlineData("", "\n上一篇:关于开会的通知\n下一篇:没有了")]
    public void Text_of_a_saved_page_loses_its_chrome(string before, string after) => Assert.Equal(Read(Plan).Text, Read(before + Plan + after).Text);

    [Fact]
    public void Blanks_marks_and_line_ends_are_made_one() =>
        Assert.Equal(Read(Plan).Text, Read("\u3000\u3000" + Plan.ReplaceLineEndings("\r\n\u00A0\r\n\u3000\u3000") + "\u200B\r\n").Text);

    [Fact]
    public void Words_of_chrome_inside_the_body_stay()
    {
        var document = ReadPlan("一、任务\n1.群众可以扫一扫二维码办事,不再来回跑。\n2.公开网站首页内容。");

        Assert.Equal(4, document.Paragraphs.Length);
    }
}
