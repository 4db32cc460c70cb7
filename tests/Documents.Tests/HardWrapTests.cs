using static Fazhi.Documents.Tests.Sample;

namespace Fazhi.Documents.Tests;

public sealed class HardWrapTests
{
    private const int Width = 34;

    private static readonly string[] Paragraphs =
    [
        "望岫县2024年法治政府建设工作要点",
        "一、提升依法决策水平",
        "（一）落实决策程序。重大事项一律先听取各方面的意见再上会讨论，讨论通过以后按照规定公布结果，并且每半年向上一级报告一次办理的情况和存在的困难。",
        "（二）用好法律顾问。合同签订以前由法律顾问逐份看过，看过的意见随合同一起存档，存档的材料由司法行政部门每年抽查一次，抽查的结果全县通报。",
        "（三）开展案卷评查。每半年抽查一次案卷，抽查到的问题当场反馈给承办的单位，由承办的单位在一个月以内改正完毕，改正的情况由县司法局逐件核实。",
    ];

    [Fact]
    public void Lines_broken_by_width_are_joined() => Assert.Equal(Paragraphs, Read(Broken("　　")).Text.Split('\n'));

    [Fact]
    public void Lines_of_their_own_stay_apart() => Assert.Equal(Paragraphs, Read(string.Join('\n', Paragraphs)).Text.Split('\n'));

    [Fact]
    public void Blank_lines_keep_paragraphs_apart() => Assert.Equal(Paragraphs, Read(Broken("").Replace("\n（", "\n\n（")).Text.Split('\n'));

    private static string Broken(string indent) =>
        string.Join('\n', Paragraphs.Select((p, i) => string.Join('\n', ((i == 0 ? "" : indent) + p).Chunk(Width).Select(c => new string(c)))));
}
