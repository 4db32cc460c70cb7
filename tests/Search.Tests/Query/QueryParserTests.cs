using System.Globalization;
using Fazhi.Hosting;
using Fazhi.Search.Query;
using FsCheck;
using FsCheck.Fluent;
using Grpc.Core;

namespace Fazhi.Search.Tests.Query;

public sealed class QueryParserTests
{
    [Theory]
    [InlineData("行政复议", "有“行政复议”")]
    [InlineData("行政复议 应诉", "有“行政复议”，并且有“应诉”")]
    [InlineData("行政　复议", "有“行政”，并且有“复议”")]
    [InlineData("\"行政 复议\" 应诉", "有“行政 复议”，并且有“应诉”")]
    [InlineData("“放管服”改革", "有“放管服”，并且有“改革”")]
    [InlineData("复议 复议", "有“复议”")]
    [InlineData("复议 ，。 - “”", "有“复议”")]
    [InlineData("复议 AND 听证", "有“复议”，并且有“听证”")]
    [InlineData("复议 NOT 听证", "有“复议”，但不要有“听证”")]
    [InlineData("复议 ＯＲ 听证", "有“复议”，或者有“听证”")]
    [InlineData("复议 听证 OR 调解", "有“复议”，并且（有“听证”，或者有“调解”）")]
    [InlineData("听证|调解｜和解", "有“听证”，或者有“调解”，或者有“和解”")]
    [InlineData("听证 or 调解", "有“听证”，并且有“or”，并且有“调解”")]
    [InlineData("复议 -听证 －“调 解”", "有“复议”，但不要（有“听证”，或者有“调 解”）")]
    [InlineData("2021-2025年", "有“2021-2025年”")]
    [InlineData("-(听证 调解) 复议", "有“复议”，但不要（有“听证”，并且有“调解”）")]
    [InlineData("（听证 和解）OR 调解", "（有“听证”，并且有“和解”），或者有“调解”")]
    [InlineData("title:要点 标题：2024", "标题中有“要点”，并且标题中有“2024”")]
    [InlineData("TITLE: \"工作 要点\"", "标题中有“工作 要点”")]
    [InlineData("单位:(司法局 OR 法院) 單位：县委", "（责任单位中有“司法局”，或者责任单位中有“法院”），并且责任单位中有“县委”")]
    [InlineData("牵头单位：司法局", "有“牵头单位：司法局”")]
    [InlineData("app* 2024＊ 复议*", "有以“app”开头的词，并且有以“2024”开头的词，并且有“复议”")]
    [InlineData("\"app*\"", "有“app*”")]
    [InlineData("theme:outline-2021/22", "主题为“行政复议主渠道”")]
    [InlineData("主题：outline-2021/22 -主题:outline-2021/4", "主题为“行政复议主渠道”，但不要主题为“机构职能优化协同高效”")]
    public void Query_is_understood(string query, string meaning) =>
        Assert.Equal(meaning, QueryWriter.InWords(QueryParser.Parse(query)!, ThemeLookup.BuiltIn));

    [Theory]
    [InlineData("")]
    [InlineData("  　")]
    public void Empty_query_asks_for_nothing(string query) => Assert.Null(QueryParser.Parse(query));

    [Theory]
    [InlineData("复议 \"应诉", "第 4 个字符：引号")]
    [InlineData("，。", "只有标点")]
    [InlineData("-", "只有标点")]
    [InlineData("AND 复议", "第 1 个字符：AND 前面没有词")]
    [InlineData("复议 AND", "第 4 个字符：AND 后面没有词")]
    [InlineData("复议 AND OR 听证", "第 4 个字符：AND 后面没有词")]
    [InlineData("复议 NOT", "第 4 个字符：“NOT”后面应是要排除的词")]
    [InlineData("复议 OR", "第 4 个字符：OR 后面没有词")]
    [InlineData("| 复议", "第 1 个字符：OR 前面没有词")]
    [InlineData("复议 OR OR 应诉", "第 4 个字符：OR 后面没有词")]
    [InlineData("复议 OR -应诉", "第 7 个字符：OR 后面不能是要排除的词")]
    [InlineData("复议 OR ，", "第 4 个字符：OR 的一边只有标点")]
    [InlineData("复议 -应诉 OR 听证", "第 8 个字符：要排除的词不能直接与 OR 相连")]
    [InlineData("-复议", "第 1 个字符：只有要排除的词")]
    [InlineData("复议 (-应诉)", "第 5 个字符：只有要排除的词")]
    [InlineData("复议 --应诉", "第 4 个字符：“-”后面应是要排除的词")]
    [InlineData("复议 (应诉", "第 4 个字符：左括号没有与之配对")]
    [InlineData("复议） 应诉", "第 3 个字符：右括号没有与之配对")]
    [InlineData("复议 ()", "第 4 个字符：括号里没有")]
    [InlineData("title:", "第 1 个字符：“标题：”后面没有词")]
    [InlineData("复议 单位：）", "第 4 个字符：“单位：”后面没有词")]
    [InlineData("title:。", "第 1 个字符：“标题：”后面只有标点")]
    [InlineData("title:(复议 unit:司法局)", "第 11 个字符：“标题：”的括号里不能再写“单位：”")]
    [InlineData("*复议", "第 1 个字符：通配符 * 前面没有词")]
    [InlineData("a*", "第 2 个字符：通配符 * 前至少要有 2 个")]
    [InlineData("ab*c", "第 3 个字符：通配符 * 只能写在词的末尾")]
    [InlineData("theme:复议应诉信访", "相近的主题有：")]
    [InlineData("theme:qwerty", "没有名为“qwerty”的主题；请写主题目录中的名称")]
    public void Broken_query_is_refused_with_the_place_and_the_reason(string query, string reason)
    {
        var error = Assert.Throws<FazhiException>(() => QueryParser.Parse(query));

        Assert.Equal(StatusCode.InvalidArgument, error.Code);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Equal("query", error.FieldViolations.Single().Field);
        if (error.Metadata.TryGetValue("position", out var position))
            Assert.Contains($"第 {int.Parse(position, CultureInfo.InvariantCulture) + 1} 个字符", error.Message, StringComparison.Ordinal);
        Assert.Equal(error.Message.Contains("个字符：", StringComparison.Ordinal), error.Metadata.ContainsKey("position"));
    }

    [Fact]
    public void Theme_is_found_by_name_or_a_part_of_it_in_every_catalogue()
    {
        var exact = Assert.IsType<QueryNode.Tag>(QueryParser.Parse("theme:行政复议主渠道"));
        var part = Assert.IsType<QueryNode.Any>(QueryParser.Parse("主题：行政复议"));

        Assert.Equal("theme=outline-2021/22", exact.Value);
        Assert.Contains(exact, part.Nodes);
        Assert.Contains(part.Nodes, node => node is QueryNode.Tag tag && tag.Value.StartsWith("theme=outline-2015/", StringComparison.Ordinal));
    }

    [Fact]
    public void Limits_are_exact()
    {
        Assert.Single(QueryParser.Parse(new string('法', QueryParser.MaxLength))!.WantedTerms);
        Assert.Throws<FazhiException>(() => QueryParser.Parse(new string('法', QueryParser.MaxLength + 1)));

        var most = string.Join(' ', Enumerable.Range(0, QueryParser.MaxTerms).Select(i => $"词{i}"));
        Assert.Equal(QueryParser.MaxTerms, QueryParser.Parse(most)!.WantedTerms.Count());
        Assert.Throws<FazhiException>(() => QueryParser.Parse(most + " 多"));

        string Nested(int depth) => new string('(', depth) + "法" + new string(')', depth);
        Assert.Single(QueryParser.Parse(Nested(QueryParser.MaxDepth))!.WantedTerms);
        Assert.Contains("括号套得过深", Assert.Throws<FazhiException>(() => QueryParser.Parse(Nested(QueryParser.MaxDepth + 1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_typed_is_understood_and_written_back_with_the_same_meaning_or_refused_at_a_place()
    {
        var soup = Gen.Elements(
            "复议", "行政", "a", "APP", "2024", "(", ")", "（", "）", "\"", "“", "”", "OR", "AND", "NOT", "|", "-", "－", "*", "＊", ":", "：", " ", " ", " ", "　",
            "title:", "单位：", "theme:", "outline-2021/22", "，", "、", "𠮷", "\ud800", "\t", "\0").ArrayOf();

        Prop.ForAll(soup.ToArbitrary(), parts =>
        {
            var query = string.Concat(parts);
            QueryNode? node;
            try
            {
                node = QueryParser.Parse(query);
            }
            catch (FazhiException error)
            {
                return error.Code == StatusCode.InvalidArgument;
            }
            return node is null || QueryParser.Parse(QueryWriter.Canonical(node))!.Equals(node);
        }).QuickCheckThrowOnFailure();
    }
}
