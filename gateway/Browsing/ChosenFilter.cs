namespace Fazhi.Gateway.Browsing;

/// <summary>A filter that is set.</summary>
/// <param name="Words">What it says: 地区：望岫县.</param>
/// <param name="Without">The search without it.</param>
internal sealed record ChosenFilter(string Words, SearchAddress Without)
{
    /// <summary>Every filter of a search, each value by itself.</summary>
    public static IEnumerable<ChosenFilter> Of(SearchAddress search, SearchNames names)
    {
        var first = search.FromFirstPage();
        return
        [
            .. Each(first.Regions, value => $"地区：{names.OfRegion(value)}", rest => first with { Regions = rest }),
            .. Each(first.Types, value => $"文件类型：{Labels.Of(value)}", rest => first with { Types = rest }),
            .. Each(first.Levels, value => $"级别：{Labels.Of(value)}", rest => first with { Levels = rest }),
            .. Each(first.Years, value => $"年份：{Labels.OfYear(value)}", rest => first with { Years = rest }),
            .. One(first.YearFrom > 0 || first.YearTo > 0, $"年份：{Range(Labels.OfYear(first.YearFrom), Labels.OfYear(first.YearTo))}", first with { YearFrom = 0, YearTo = 0 }),
            .. Each(first.Kinds, value => $"计划种类：{Labels.Of(value)}", rest => first with { Kinds = rest }),
            .. Each(first.Statuses, value => $"计划状态：{Labels.Of(value)}", rest => first with { Statuses = rest }),
            .. Each(first.Issuers, value => $"发文机关：{Labels.OfIssuer(value)}", rest => first with { Issuers = rest }),
            .. Each(first.Units, value => $"单位：{value}", rest => first with { Units = rest }),
            .. Each(first.Roles, value => $"单位角色：{Labels.Of(value)}", rest => first with { Roles = rest }),
            .. Each(first.Themes, value => $"主题：{names.OfTheme(value)}", rest => first with { Themes = rest }),
            .. Each(first.Functions, value => $"职能：{names.OfFunction(value)}", rest => first with { Functions = rest }),
            .. One(first.DeadlineFrom.Length + first.DeadlineTo.Length > 0, $"完成时限：{Range(first.DeadlineFrom, first.DeadlineTo)}", first with { DeadlineFrom = "", DeadlineTo = "" }),
            .. One(first.HasTarget is not null, first.HasTarget is true ? "有指标" : "无指标", first with { HasTarget = null }),
            .. One(first.Documents.Count > 0, $"指定的文件：{first.Documents.Count} 份", first with { Documents = [] }),
            .. One(first.Literal, "只按原词检索", first with { Literal = false }),
        ];
    }

    private static IEnumerable<ChosenFilter> Each<T>(IReadOnlyList<T> values, Func<T, string> words, Func<IReadOnlyList<T>, SearchAddress> without)
        => values.Select(value => new ChosenFilter(words(value), without([.. values.Where(other => !Equals(other, value))])));

    private static IEnumerable<ChosenFilter> One(bool isSet, string words, SearchAddress without)
        => isSet ? [new ChosenFilter(words, without)] : [];

    private static string Range(string from, string to) => (from, to) switch
    {
        (_, "") => $"{from}起",
        ("", _) => $"{to}前（含）",
        _ => $"{from}至{to}",
    };
}
