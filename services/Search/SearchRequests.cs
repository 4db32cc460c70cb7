using System.Globalization;
using Fazhi.Hosting;
using Fazhi.Search.Query;
using Fazhi.Search.V1;

namespace Fazhi.Search;

/// <summary>Reads requests. What is wrong with one is said with the field that it is in.</summary>
internal static class SearchRequests
{
    private const int DefaultPageSize = 10;
    private const int MaxPageSize = 100;
    private const int DefaultPassages = 3;
    private const int MaxPassages = 20;
    private const int MaxValues = 100;
    private const int MaxNames = 1000;
    private const int MaxYear = 9999;

    /// <summary>The query that a request asks for. Its regions are still to be resolved.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: a field is wrong.</exception>
    public static SearchQuery Read(SearchRequest request) => new()
    {
        Match = QueryParser.Parse(request.Query),
        Filter = ReadFilter(request.Filter ?? new SearchFilter()),
        Limit = PageSize.Of(request.PageSize, DefaultPageSize, MaxPageSize),
        Offset = ReadOffset(request),
        PassagesPerDocument = ReadPassages(request.PassagesPerDocument),
        Facets = [.. Known(request.Facets, "facets", MaxValues).Distinct()],
    };

    private static QueryFilter ReadFilter(SearchFilter filter)
    {
        Limited(filter.Regions, "filter.regions", MaxValues);
        return new QueryFilter
        {
            Levels = Known(filter.Levels, "filter.levels", MaxValues),
            Types = Known(filter.Types_, "filter.types", MaxValues),
            Years = ReadYears(filter.Years),
            Period = ReadPeriod(filter.Period),
            PlanKinds = Known(filter.PlanKinds, "filter.plan_kinds", MaxValues),
            Statuses = Known(filter.Statuses, "filter.statuses", MaxValues),
            Names = Limited(filter.Names, "filter.names", MaxNames),
        };
    }

    private static int ReadOffset(SearchRequest request) =>
        PageToken.Read(request, 1) is { } key ? int.Parse(key[0], CultureInfo.InvariantCulture) : 0;

    private static int ReadPassages(int requested) => requested switch
    {
        < 0 => throw FazhiException.InvalidArgument("passages_per_document", "不能是负数"),
        0 => DefaultPassages,
        _ => Math.Min(requested, MaxPassages),
    };

    private static IReadOnlyList<int> ReadYears(IReadOnlyList<int> years) => Limited(years, "filter.years", MaxValues).All(IsYear)
        ? years
        : throw FazhiException.InvalidArgument("filter.years", $"年份应为 1 至 {MaxYear}");

    private static YearRange? ReadPeriod(Documents.V1.Period? period) => period switch
    {
        null => null,
        _ when IsYear(period.StartYear) && IsYear(period.EndYear) && period.StartYear <= period.EndYear => new YearRange(period.StartYear, period.EndYear),
        _ => throw FazhiException.InvalidArgument("filter.period", $"起止年份应为 1 至 {MaxYear}，且起始年份不晚于结束年份"),
    };

    private static IReadOnlyList<T> Known<T>(IReadOnlyList<T> values, string field, int limit)
        where T : struct, Enum => Limited(values, field, limit).All(value => Convert.ToInt32(value, CultureInfo.InvariantCulture) != 0 && Enum.IsDefined(value))
        ? values
        : throw FazhiException.InvalidArgument(field, "含有未指定或不认识的取值");

    private static IReadOnlyList<T> Limited<T>(IReadOnlyList<T> values, string field, int limit) => values.Count <= limit
        ? values
        : throw FazhiException.InvalidArgument(field, $"最多 {limit} 个取值，现有 {values.Count} 个");

    private static bool IsYear(int year) => year is > 0 and <= MaxYear;
}
