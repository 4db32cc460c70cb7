using Fazhi.Hosting;
using Fazhi.Plans.V1;
using Fazhi.Search.Query;
using Fazhi.Search.Requests;
using Fazhi.Search.Themes;
using Fazhi.Search.V1;

namespace Fazhi.Search.Tests.Requests;

/// <summary>What a filter asks of passages.</summary>
public sealed class FilterReaderTests
{
    private static readonly SearchThemes Themes = Loaded();

    public static TheoryData<SearchFilter, string> Filters => new()
    {
        { new SearchFilter(), "" },
        { new SearchFilter { Units = { "units/990121-justice" } }, "unit=units/990121-justice" },
        { new SearchFilter { Units = { "units/a" }, UnitRoles = { UnitRole.Lead, UnitRole.Cooperating } }, "(unit.1=units/a | unit.3=units/a)" },
        { new SearchFilter { Units = { "司法局", "司法局 " } }, "单位:司法 法局" },
        { new SearchFilter { Units = { "司法局" }, UnitRoles = { UnitRole.Lead } }, "单位:1司法 1法局" },
        { new SearchFilter { Functions = { "judicial-administration" } }, "function=judicial-administration" },
        { new SearchFilter { Functions = { "judicial-administration" }, UnitRoles = { UnitRole.Lead } }, "function.1=judicial-administration" },
        { new SearchFilter { UnitRoles = { UnitRole.Lead, UnitRole.Leader } }, "(role=1 | role=5)" },
        { new SearchFilter { Themes = { "outline-2021/22", "outline-2021/23" } }, "(theme=outline-2021/22 | theme=outline-2021/23)" },
        { new SearchFilter { HasTarget = true }, "target=1" },
        { new SearchFilter { HasTarget = false }, "(task=1 - target=1)" },
        { new SearchFilter { Themes = { "outline-2021/22" }, HasTarget = true }, "(theme=outline-2021/22 & target=1)" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void Filter_becomes_a_tree(SearchFilter filter, string tree) => Assert.Equal(tree, Print(FilterReader.Passages(filter, Themes)));

    [Theory]
    [InlineData("", "", null)]
    [InlineData("2025-06-30", "", "2025-06-30 9999-12-31")]
    [InlineData("", "2025-06-30", "0001-01-01 2025-06-30")]
    [InlineData("2025-06-30", "2025-06-30", "2025-06-30 2025-06-30")]
    public void Deadline_is_open_where_nothing_is_said(string from, string to, string? range) => Assert.Equal(
        range, FilterReader.Deadline(new SearchFilter { DeadlineFrom = from, DeadlineTo = to }) is { } days ? $"{days.First:yyyy-MM-dd} {days.Last:yyyy-MM-dd}" : null);

    public static TheoryData<string, SearchFilter> BadFilters => new()
    {
        { "filter.units", new SearchFilter { Units = { "。" } } },
        { "filter.units", new SearchFilter { Units = { new string('局', 101) } } },
        { "filter.unit_roles", new SearchFilter { UnitRoles = { UnitRole.Unspecified } } },
        { "filter.functions", new SearchFilter { Functions = { "no-such-function" } } },
        { "filter.themes", new SearchFilter { Themes = { "outline-2021/999" } } },
        { "filter.themes", new SearchFilter { Themes = { "" } } },
        { "filter.deadline_from", new SearchFilter { DeadlineFrom = "2025-02-30" } },
        { "filter.deadline_to", new SearchFilter { DeadlineTo = "2025/02/03" } },
        { "filter.deadline_to", new SearchFilter { DeadlineFrom = "2025-03-01", DeadlineTo = "2025-02-28" } },
        { "filter.issuers", new SearchFilter { Issuers = { " " } } },
        { "filter.names", new SearchFilter { Names = { Enumerable.Range(0, 1001).Select(i => $"plans/{i}") } } },
    };

    [Theory]
    [MemberData(nameof(BadFilters))]
    public void Bad_filter_names_the_field(string field, SearchFilter filter)
    {
        var error = Assert.Throws<FazhiException>(() =>
        {
            FilterReader.Documents(filter);
            FilterReader.Passages(filter, Themes);
            FilterReader.Deadline(filter);
        });

        Assert.Equal(field, Assert.Single(error.FieldViolations).Field);
    }

    [Fact]
    public void Theme_that_may_yet_be_loaded_is_not_refused_for_good()
    {
        var error = Assert.Throws<FazhiException>(() => FilterReader.Passages(new SearchFilter { Themes = { "local/1" } }, new SearchThemes()));

        Assert.Equal((Grpc.Core.StatusCode.Unavailable, true), (error.Code, error.RetryAfter is not null));
    }

    private static SearchThemes Loaded()
    {
        var themes = new SearchThemes();
        themes.Load([]);
        return themes;
    }

    private static string Print(QueryNode? node) => node switch
    {
        null => "",
        QueryNode.Tag tag => tag.Value,
        QueryNode.Phrase { Term: { Field: QueryField.Units } term } => "单位:" + string.Join(' ', term.Phrase.Values),
        QueryNode.All all => $"({string.Join(" & ", all.Nodes.Select(Print))})",
        QueryNode.Any any => $"({string.Join(" | ", any.Nodes.Select(Print))})",
        QueryNode.Except except => $"({Print(except.Wanted)} - {Print(except.Unwanted)})",
        _ => node.ToString(),
    };
}
