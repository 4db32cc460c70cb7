using System.Globalization;
using Fazhi.Hosting;

namespace Fazhi.Search.Requests;

/// <summary>Checks of single values. What is wrong is said with the field that it is in.</summary>
internal static class RequestChecks
{
    private const string DayForm = "yyyy-MM-dd";
    private const int MaxYear = 9999;

    /// <summary>Values of an enum: all stated and known.</summary>
    public static IReadOnlyList<T> Known<T>(IReadOnlyList<T> values, string field, int limit)
        where T : struct, Enum => Limited(values, field, limit).All(value => Number(value) != 0 && Enum.IsDefined(value))
        ? values
        : throw FazhiException.InvalidArgument(field, "含有未指定或不认识的取值");

    /// <summary>One value of an enum, or another where it is not stated.</summary>
    public static T KnownOr<T>(T value, string field, T otherwise)
        where T : struct, Enum => Number(value) == 0 ? otherwise
        : Enum.IsDefined(value) ? value
        : throw FazhiException.InvalidArgument(field, $"不认识的取值：{Number(value)}");

    /// <summary>No more values than allowed.</summary>
    public static IReadOnlyList<T> Limited<T>(IReadOnlyList<T> values, string field, int limit) => values.Count <= limit
        ? values
        : throw FazhiException.InvalidArgument(field, $"最多 {limit} 个取值，现有 {values.Count} 个");

    /// <summary>Texts, none of them empty or too long, without the space around them, each once.</summary>
    public static IReadOnlyList<string> Texts(IReadOnlyList<string> values, string field, int limit, int maxLength) =>
        [.. Limited(values, field, limit).Select(value => value.Trim()).Select(value => value.Length is > 0 && value.Length <= maxLength
            ? value
            : throw FazhiException.InvalidArgument(field, $"每个取值应为 1 至 {maxLength} 个字符")).Distinct(StringComparer.Ordinal)];

    /// <summary>Years of four digits.</summary>
    public static IReadOnlyList<int> Years(IReadOnlyList<int> years, string field, int limit) => Limited(years, field, limit).All(IsYear)
        ? years
        : throw FazhiException.InvalidArgument(field, $"年份应为 1 至 {MaxYear}");

    /// <summary>Whether it is a year.</summary>
    public static bool IsYear(int year) => year is > 0 and <= MaxYear;

    /// <summary>A day as ISO 8601 writes it; null for none.</summary>
    public static DateOnly? Day(string text, string field) => text.Length == 0
        ? null
        : DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw FazhiException.InvalidArgument(field, "日期应写作 2025-12-31 的形式，且确有这一天");

    private static int Number<T>(T value)
        where T : struct, Enum => Convert.ToInt32(value, CultureInfo.InvariantCulture);
}
