using System.Globalization;
using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Search.V1;
using Fazhi.Units.V1;
using Microsoft.AspNetCore.Http.Extensions;

namespace Fazhi.Gateway.Browsing;

/// <summary>
/// A search as its address holds it: <c>/?q=行政复议&amp;region=衡阳市&amp;year=2024</c>. Every state of the result page has its own. A part may stand several
/// times: of its values one must hold; of different parts all must.
/// </summary>
public sealed record SearchAddress
{
    public const int PageSize = 10;
    private const int FirstYear = 1;
    private const int LastYear = 9999;

    private static readonly FacetField[] Facets =
    [
        FacetField.Province, FacetField.Prefecture, FacetField.County, FacetField.Region, FacetField.Type, FacetField.Year, FacetField.Level, FacetField.Theme,
        FacetField.Function, FacetField.Issuer, FacetField.PlanKind, FacetField.Status,
    ];

    public string Text { get; init; } = "";

    /// <summary>Only what was typed: no other forms of words, and no looser search where nothing is found.</summary>
    public bool Literal { get; init; }

    /// <summary>Names or codes of regions; everything below them is meant too.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    public IReadOnlyList<RegionLevel> Levels { get; init; } = [];

    public IReadOnlyList<DocumentType> Types { get; init; } = [];

    public IReadOnlyList<PlanKind> Kinds { get; init; } = [];

    public IReadOnlyList<PlanStatus> Statuses { get; init; } = [];

    public IReadOnlyList<int> Years { get; init; } = [];

    /// <summary>First year of the range that the document's period must meet; 0 for none.</summary>
    public int YearFrom { get; init; }

    /// <summary>Last year of that range; 0 for none.</summary>
    public int YearTo { get; init; }

    public IReadOnlyList<string> Issuers { get; init; } = [];

    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>What one of the units must be in the task.</summary>
    public IReadOnlyList<UnitRole> Roles { get; init; } = [];

    /// <summary>Ids of themes.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>Ids of functions.</summary>
    public IReadOnlyList<string> Functions { get; init; } = [];

    /// <summary>First day of the deadline, ISO 8601; empty for any.</summary>
    public string DeadlineFrom { get; init; } = "";

    /// <summary>Last day of the deadline, ISO 8601; empty for any.</summary>
    public string DeadlineTo { get; init; } = "";

    public bool? HasTarget { get; init; }

    /// <summary>Resource names of documents.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    public ResultRows Rows { get; init; }

    public SortOrder Sort { get; init; }

    public string PageToken { get; init; } = "";

    public int PageNumber { get; init; } = 1;

    /// <summary>Nothing is asked: the start page.</summary>
    public bool IsBlank => Parts.Length == 0;

    public bool HasFilter => (FromFirstPage() with { Text = "", Literal = false, Rows = default, Sort = default }).Parts.Length > 0;

    /// <summary>What is found are places in documents, not documents as a whole.</summary>
    public bool FindsPassages => Text.Length > 0 || Rows is ResultRows.Passages or ResultRows.Tasks
        || Units.Count + Roles.Count + Themes.Count + Functions.Count + DeadlineFrom.Length + DeadlineTo.Length > 0 || HasTarget is not null;

    /// <summary>A filter is set for which the form has to be unfolded.</summary>
    public bool HasRareFilter => Kinds.Count + Statuses.Count + Issuers.Count + Units.Count + Roles.Count + Themes.Count + Functions.Count > 0
        || DeadlineFrom.Length + DeadlineTo.Length > 0 || HasTarget is not null || Literal;

    /// <summary>Reads an address; a part that makes no sense is left out and named in <paramref name="problem"/>.</summary>
    public static SearchAddress Read(IQueryCollection query, out string? problem)
    {
        var reader = new AddressReader(query);
        var address = new SearchAddress
        {
            Text = reader.Text("q"),
            Literal = reader.YesOrNo("literal", "按原词检索") is true,
            Regions = reader.Lists("region"),
            Levels = reader.Choices<RegionLevel>("level", "级别"),
            Types = reader.Choices<DocumentType>("type", "文件类型"),
            Kinds = reader.Choices<PlanKind>("kind", "计划种类"),
            Statuses = reader.Choices<PlanStatus>("status", "计划状态"),
            Years = reader.Years("year"),
            YearFrom = reader.Year("from"),
            YearTo = reader.Year("to"),
            Issuers = reader.Texts("issuer"),
            Units = reader.Lists("unit"),
            Roles = reader.Choices<UnitRole>("role", "单位角色"),
            Themes = reader.Texts("theme"),
            Functions = reader.Texts("function"),
            DeadlineFrom = reader.Day("due-from", "完成时限"),
            DeadlineTo = reader.Day("due-to", "完成时限"),
            HasTarget = reader.YesOrNo("target", "指标"),
            Documents = reader.Texts("document"),
            Rows = reader.Choice<ResultRows>("rows", "结果形式"),
            Sort = reader.Choice<SortOrder>("sort", "排序"),
            PageToken = reader.Text("page"),
            PageNumber = reader.PageNumber("n"),
        };
        problem = reader.Problem;
        return address.YearFrom > address.YearTo && address.YearTo > 0 ? address with { YearFrom = address.YearTo, YearTo = address.YearFrom } : address;
    }

    /// <summary>The address of a search that was kept.</summary>
    public static SearchAddress Of(SearchRequest request)
    {
        var filter = request.Filter ?? new SearchFilter();
        return new SearchAddress
        {
            Text = request.Query,
            Literal = request.Literal,
            Regions = filter.Regions,
            Levels = filter.Levels,
            Types = filter.Types_,
            Kinds = filter.PlanKinds,
            Statuses = filter.Statuses,
            Years = filter.Years,
            YearFrom = filter.Period is { StartYear: > FirstYear and var from } ? from : 0,
            YearTo = filter.Period is { EndYear: < LastYear and var to } ? to : 0,
            Issuers = filter.Issuers,
            Units = filter.Units,
            Roles = filter.UnitRoles,
            Themes = filter.Themes,
            Functions = filter.Functions,
            DeadlineFrom = filter.DeadlineFrom,
            DeadlineTo = filter.DeadlineTo,
            HasTarget = filter.HasHasTarget ? filter.HasTarget : null,
            Documents = filter.Names,
            Rows = request.Rows,
            Sort = request.Sort,
        };
    }

    public SearchAddress FromFirstPage() => this with { PageToken = "", PageNumber = 1 };

    public SearchAddress NextPage(string token) => this with { PageToken = token, PageNumber = PageNumber + 1 };

    public string ToUrl(string path = "/") => path + Parts;

    /// <summary>The address of another page about this search, with further parts.</summary>
    public string ToUrl(string path, params IEnumerable<(string Name, string Value)> further)
        => path + new QueryBuilder(Pairs.Concat(further.Select(part => KeyValuePair.Create(part.Name, part.Value)))).ToQueryString();

    /// <summary>The parts of the address, in order: what a form hides to keep them.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs
    {
        get
        {
            (string Name, IEnumerable<string> Values)[] parts =
            [
                ("q", [Text]), ("literal", [Literal ? "yes" : ""]), ("region", Regions), ("level", Words(Levels)), ("type", Words(Types)), ("kind", Words(Kinds)),
                ("status", Words(Statuses)), ("year", Years.Select(Number)), ("from", [Number(YearFrom)]), ("to", [Number(YearTo)]), ("issuer", Issuers), ("unit", Units),
                ("role", Words(Roles)), ("theme", Themes), ("function", Functions), ("due-from", [DeadlineFrom]), ("due-to", [DeadlineTo]),
                ("target", [HasTarget switch { true => "yes", false => "no", null => "" }]), ("document", Documents), ("rows", Words([Rows])), ("sort", Words([Sort])),
                ("page", [PageToken]), ("n", [PageNumber == 1 ? "" : Number(PageNumber)]),
            ];
            return parts.SelectMany(part => part.Values.Where(value => value.Length > 0).Select(value => KeyValuePair.Create(part.Name, value)));
        }
    }

    private string Parts => new QueryBuilder(Pairs).ToQueryString().Value ?? "";

    /// <summary>The search with its facets and this page.</summary>
    public SearchRequest ToRequest()
    {
        var request = ToSearch();
        request.PageSize = PageSize;
        request.PageToken = PageToken;
        request.PassagesPerDocument = 3;
        request.Facets.AddRange(Facets);
        return request;
    }

    /// <summary>The search alone: what is exported, explained or kept.</summary>
    public SearchRequest ToSearch()
    {
        var filter = new SearchFilter
        {
            Regions = { Regions },
            Levels = { Levels },
            Types_ = { Types },
            PlanKinds = { Kinds },
            Statuses = { Statuses },
            Years = { Years },
            Issuers = { Issuers },
            Units = { Units },
            UnitRoles = { Roles },
            Themes = { Themes },
            Functions = { Functions },
            DeadlineFrom = DeadlineFrom,
            DeadlineTo = DeadlineTo,
            Names = { Documents },
        };
        if (YearFrom > 0 || YearTo > 0)
            filter.Period = new Period { StartYear = YearFrom > 0 ? YearFrom : FirstYear, EndYear = YearTo > 0 ? YearTo : LastYear };
        if (HasTarget is { } hasTarget)
            filter.HasTarget = hasTarget;
        return new SearchRequest { Query = Text, Filter = filter, Rows = Rows, Sort = Sort, Literal = Literal };
    }

    /// <summary>Whether a field that a facet counts by is filtered.</summary>
    public bool IsChosen(FacetField field) => Lift(field).Parts.Length < FromFirstPage().Parts.Length;

    /// <summary>Whether a value of a facet is one of those filtered by.</summary>
    public bool IsChosen(FacetField field, string value) => field switch
    {
        FacetField.Province or FacetField.Prefecture or FacetField.County or FacetField.Region => Regions.Contains(value, StringComparer.Ordinal),
        FacetField.Year => Years.Select(Number).Contains(value, StringComparer.Ordinal),
        FacetField.Theme => Themes.Contains(value, StringComparer.Ordinal),
        FacetField.Function => Functions.Contains(value, StringComparer.Ordinal),
        FacetField.Issuer => Issuers.Contains(value, StringComparer.Ordinal),
        FacetField.Type => Contains(Types, value),
        FacetField.PlanKind => Contains(Kinds, value),
        FacetField.Status => Contains(Statuses, value),
        FacetField.Level => Contains(Levels, value),
        _ => false,
    };

    /// <summary>Narrows to one value of a facet, which takes the place of what was chosen of that field.</summary>
    public SearchAddress Narrow(FacetField field, string value)
    {
        var first = FromFirstPage();
        return field switch
        {
            FacetField.Province or FacetField.Prefecture or FacetField.County or FacetField.Region => first with { Regions = [value] },
            FacetField.Year => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? first with { Years = [year] } : first,
            FacetField.Theme => first with { Themes = [value] },
            FacetField.Function => first with { Functions = [value] },
            FacetField.Issuer => first with { Issuers = [value] },
            FacetField.Type => first with { Types = One<DocumentType>(value) },
            FacetField.PlanKind => first with { Kinds = One<PlanKind>(value) },
            FacetField.Status => first with { Statuses = One<PlanStatus>(value) },
            FacetField.Level => first with { Levels = One<RegionLevel>(value) },
            _ => first,
        };
    }

    /// <summary>Lifts the filter of a field.</summary>
    public SearchAddress Lift(FacetField field)
    {
        var first = FromFirstPage();
        return field switch
        {
            FacetField.Province or FacetField.Prefecture or FacetField.County or FacetField.Region => first with { Regions = [] },
            FacetField.Year => first with { Years = [] },
            FacetField.Theme => first with { Themes = [] },
            FacetField.Function => first with { Functions = [] },
            FacetField.Issuer => first with { Issuers = [] },
            FacetField.Type => first with { Types = [] },
            FacetField.PlanKind => first with { Kinds = [] },
            FacetField.Status => first with { Statuses = [] },
            FacetField.Level => first with { Levels = [] },
            _ => first,
        };
    }

    private static IEnumerable<string> Words<T>(IEnumerable<T> values)
        where T : struct, Enum
        => values.Select(ProtoEnum<T>.WordOf);

    private static string Number(int number) => number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture);

    private static bool Contains<T>(IReadOnlyList<T> chosen, string value)
        where T : struct, Enum
        => ProtoEnum<T>.TryRead(value, out var read) && chosen.Contains(read);

    private static IReadOnlyList<T> One<T>(string value)
        where T : struct, Enum
        => ProtoEnum<T>.TryRead(value, out var read) ? [read] : [];
}
