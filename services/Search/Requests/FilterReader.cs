using Fazhi.Catalogues.Functions;
using Fazhi.Hosting;
using Fazhi.Plans.V1;
using Fazhi.Search.Indexing;
using Fazhi.Search.Query;
using Fazhi.Search.Text;
using Fazhi.Search.Themes;
using Fazhi.Search.V1;

namespace Fazhi.Search.Requests;

/// <summary>Reads filters: what is asked of documents, and what is asked of passages.</summary>
internal static class FilterReader
{
    private const int MaxValues = 100;
    private const int MaxNames = 1000;
    private const int MaxTextLength = 100;
    private const int MaxIdLength = 128;
    private const string UnitPrefix = "units/";

    /// <summary>What a document must be. Its regions are still to be resolved.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: a field is wrong.</exception>
    public static QueryFilter Documents(SearchFilter filter)
    {
        RequestChecks.Limited(filter.Regions, "filter.regions", MaxValues);
        return new QueryFilter
        {
            Levels = RequestChecks.Known(filter.Levels, "filter.levels", MaxValues),
            Types = RequestChecks.Known(filter.Types_, "filter.types", MaxValues),
            Years = RequestChecks.Years(filter.Years, "filter.years", MaxValues),
            Period = Period(filter.Period),
            PlanKinds = RequestChecks.Known(filter.PlanKinds, "filter.plan_kinds", MaxValues),
            Statuses = RequestChecks.Known(filter.Statuses, "filter.statuses", MaxValues),
            Names = RequestChecks.Texts(filter.Names, "filter.names", MaxNames, 2 * MaxIdLength),
            Issuers = [.. RequestChecks.Texts(filter.Issuers, "filter.issuers", MaxValues, 2 * MaxTextLength).Select(IssuerName.Of)],
        };
    }

    /// <summary>What a passage must have; null for nothing.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: a field is wrong. UNAVAILABLE: the themes are not known yet.</exception>
    public static QueryNode? Passages(SearchFilter filter, SearchThemes themes)
    {
        var roles = RequestChecks.Known(filter.UnitRoles, "filter.unit_roles", MaxValues);
        var units = RequestChecks.Texts(filter.Units, "filter.units", MaxValues, MaxTextLength);
        var functions = RequestChecks.Texts(filter.Functions, "filter.functions", MaxValues, MaxIdLength);
        IReadOnlyList<QueryNode?> conditions =
        [
            Any(units.SelectMany(unit => InRoles(roles, role => Unit(unit, role)))),
            Any(functions.SelectMany(function => InRoles(roles, role => Function(function, role)))),
            units.Count + functions.Count == 0 ? Any(roles.Select(role => new QueryNode.Tag(PassageTags.Role(role)))) : null,
            Any(RequestChecks.Texts(filter.Themes, "filter.themes", MaxValues, MaxIdLength).Select(theme => Theme(theme, themes))),
            filter.HasHasTarget ? Target(filter.HasTarget) : null,
        ];
        return All([.. conditions.OfType<QueryNode>()]);
    }

    /// <summary>The days that a deadline must lie in; null for any.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: no days, or the last before the first.</exception>
    public static DayRange? Deadline(SearchFilter filter)
    {
        var first = RequestChecks.Day(filter.DeadlineFrom, "filter.deadline_from");
        var last = RequestChecks.Day(filter.DeadlineTo, "filter.deadline_to");
        if (first > last)
            throw FazhiException.InvalidArgument("filter.deadline_to", $"不能早于 filter.deadline_from（{filter.DeadlineFrom}）");
        return first is null && last is null ? null : new DayRange(first ?? DateOnly.MinValue, last ?? DateOnly.MaxValue);
    }

    private static YearRange? Period(Documents.V1.Period? period) => period switch
    {
        null => null,
        _ when RequestChecks.IsYear(period.StartYear) && RequestChecks.IsYear(period.EndYear) && period.StartYear <= period.EndYear =>
            new YearRange(period.StartYear, period.EndYear),
        _ => throw FazhiException.InvalidArgument("filter.period", "起止年份应为 1 至 9999，且起始年份不晚于结束年份"),
    };

    private static IEnumerable<QueryNode> InRoles(IReadOnlyList<UnitRole> roles, Func<UnitRole, QueryNode> node) =>
        roles.Count == 0 ? [node(UnitRole.Unspecified)] : roles.Select(node);

    private static QueryNode Unit(string unit, UnitRole role)
    {
        if (unit.StartsWith(UnitPrefix, StringComparison.Ordinal))
            return new QueryNode.Tag(PassageTags.Unit(unit, role));
        var phrase = TokenPhrase.Of(unit) ?? throw FazhiException.InvalidArgument("filter.units", $"“{unit}”中没有可以检索的文字");
        return new QueryNode.Phrase(new SearchTerm(unit)
        {
            Phrase = role == UnitRole.Unspecified ? phrase : UnitTokens.InRole(phrase, role),
            Field = QueryField.Units,
        });
    }

    private static QueryNode.Tag Function(string function, UnitRole role) => FunctionCatalog.BuiltIn.Find(function) is not null
        ? new QueryNode.Tag(PassageTags.Function(function, role))
        : throw FazhiException.InvalidArgument("filter.functions", $"没有职能“{function}”", "FUNCTION_UNKNOWN");

    private static QueryNode.Tag Theme(string theme, SearchThemes themes)
    {
        themes.Check(theme, "filter.themes");
        return new QueryNode.Tag(PassageTags.Theme(theme));
    }

    private static QueryNode Target(bool has)
    {
        var target = new QueryNode.Tag(PassageTags.HasTarget);
        return has ? target : new QueryNode.Except(new QueryNode.Tag(PassageTags.IsTask), target);
    }

    private static QueryNode? Any(IEnumerable<QueryNode> nodes) => nodes.ToList() switch
    {
        [] => null,
        [var only] => only,
        var several => new QueryNode.Any(several),
    };

    private static QueryNode? All(IReadOnlyList<QueryNode> nodes) => nodes switch
    {
        [] => null,
        [var only] => only,
        _ => new QueryNode.All(nodes),
    };
}
