using Fazhi.Hosting;
using Fazhi.Search.Query;
using Grpc.Core;

namespace Fazhi.Search.Tests.Query;

public sealed class QueryParserTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  　", "")]
    [InlineData("行政复议 应诉", "行政复议|应诉")]
    [InlineData("行政　复议", "行政|复议")]
    [InlineData("\"行政 复议\" 应诉", "行政 复议|应诉")]
    [InlineData("“放管服”改革", "放管服|改革")]
    [InlineData("复议 复议", "复议")]
    [InlineData("复议 ，。", "复议")]
    [InlineData("NEAR(a) OR b* -c title:d", "NEAR(a)|OR|b*|-c|title:d")]
    public void Words_and_quoted_phrases_are_terms(string query, string terms) =>
        Assert.Equal(terms, string.Join('|', (QueryParser.Parse(query)?.WantedTerms ?? []).Select(term => term.Text)));

    [Theory]
    [InlineData("复议 \"应诉", "第 4 个字符")]
    [InlineData("，。", "只有标点")]
    public void Broken_query_is_refused_with_the_reason(string query, string reason)
    {
        var error = Assert.Throws<FazhiException>(() => QueryParser.Parse(query));

        Assert.Equal(StatusCode.InvalidArgument, error.Code);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Equal("query", error.FieldViolations.Single().Field);
    }

    [Fact]
    public void Limits_are_exact()
    {
        Assert.Single(QueryParser.Parse(new string('法', QueryParser.MaxLength))!.WantedTerms);
        Assert.Throws<FazhiException>(() => QueryParser.Parse(new string('法', QueryParser.MaxLength + 1)));

        var most = string.Join(' ', Enumerable.Range(0, QueryParser.MaxTerms).Select(i => $"词{i}"));
        Assert.Equal(QueryParser.MaxTerms, QueryParser.Parse(most)!.WantedTerms.Count());
        Assert.Throws<FazhiException>(() => QueryParser.Parse(most + " 多"));
    }
}
