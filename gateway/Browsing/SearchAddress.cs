using System.Globalization;
using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Search.V1;
using Fazhi.Units.V1;
using Microsoft.AspNetCore.Http.Extensions;

namespace Fazhi.Gateway.Browsing;

/// <summary>A search as its address holds it: <c>/?q=行政复议&amp;region=衡阳市&amp;year=2024</c>. Every result page has its own.</summary>
public sealed record SearchAddress
{
    public const int PageSize = 10;

    private static readonly FacetField[] Facets =
        [FacetField.Type, FacetField.Year, FacetField.Level, FacetField.Province, FacetField.Prefecture, FacetField.Region, FacetField.PlanKind, FacetField.Status];

    public string Text { get; init; } = "";

    /// <summary>Name or code of a region; everything below it is meant too.</summary>
    public string Region { get; init; } = "";

    public DocumentType Type { get; init; }

    public PlanKind Kind { get; init; }

    public PlanStatus Status { get; init; }

    public RegionLevel Level { get; init; }

    /// <summary>0 for all years.</summary>
    public int Year { get; init; }

    public string PageToken { get; init; } = "";

    public int PageNumber { get; init; } = 1;

    /// <summary>Nothing is asked: the start page.</summary>
    public bool IsBlank => this == new SearchAddress();

    public bool HasFilter => this with { Text = "", PageToken = "", PageNumber = 1 } != new SearchAddress();

    /// <summary>Reads an address; a part that makes no sense is left out and named in <paramref name="problem"/>.</summary>
    public static SearchAddress Read(IQueryCollection query, out string? problem)
    {
        var reader = new AddressReader(query);
        var address = new SearchAddress
        {
            Text = reader.Text("q"),
            Region = reader.Text("region"),
            Type = reader.Choice<DocumentType>("type", "文件类型"),
            Kind = reader.Choice<PlanKind>("kind", "计划种类"),
            Status = reader.Choice<PlanStatus>("status", "计划状态"),
            Level = reader.Choice<RegionLevel>("level", "级别"),
            Year = reader.Year("year"),
            PageToken = reader.Text("page"),
            PageNumber = reader.PageNumber("n"),
        };
        problem = reader.Problem;
        return address;
    }

    /// <summary>The same search narrowed or widened, from its first page.</summary>
    public SearchAddress FromFirstPage() => this with { PageToken = "", PageNumber = 1 };

    public SearchAddress NextPage(string token) => this with { PageToken = token, PageNumber = PageNumber + 1 };

    public string ToUrl()
    {
        var query = new QueryBuilder();
        Add("q", Text);
        Add("region", Region);
        Add("type", ProtoEnum<DocumentType>.WordOf(Type));
        Add("kind", ProtoEnum<PlanKind>.WordOf(Kind));
        Add("status", ProtoEnum<PlanStatus>.WordOf(Status));
        Add("level", ProtoEnum<RegionLevel>.WordOf(Level));
        Add("year", Year == 0 ? "" : Year.ToString(CultureInfo.InvariantCulture));
        Add("page", PageToken);
        Add("n", PageNumber == 1 ? "" : PageNumber.ToString(CultureInfo.InvariantCulture));
        return "/" + query.ToQueryString();

        void Add(string name, string value)
        {
            if (value.Length > 0)
                query.Add(name, value);
        }
    }

    public SearchRequest ToRequest()
    {
        var filter = new SearchFilter();
        if (Region.Length > 0)
            filter.Regions.Add(Region);
        if (Type != default)
            filter.Types_.Add(Type);
        if (Kind != default)
            filter.PlanKinds.Add(Kind);
        if (Status != default)
            filter.Statuses.Add(Status);
        if (Level != default)
            filter.Levels.Add(Level);
        if (Year != 0)
            filter.Years.Add(Year);
        return new SearchRequest { Query = Text, Filter = filter, PageSize = PageSize, PageToken = PageToken, PassagesPerDocument = 3, Facets = { Facets } };
    }

    /// <summary>Follows a value of a facet: sets its filter, or lifts it when it is the one already set.</summary>
    public SearchAddress Follow(FacetField field, string value)
    {
        var first = FromFirstPage();
        return field switch
        {
            FacetField.Province or FacetField.Prefecture or FacetField.Region => first with { Region = IsChosen(field, value) ? "" : value },
            FacetField.Year => first with { Year = IsChosen(field, value) ? 0 : int.Parse(value, CultureInfo.InvariantCulture) },
            FacetField.Type => first with { Type = Toggle(Type, value) },
            FacetField.PlanKind => first with { Kind = Toggle(Kind, value) },
            FacetField.Status => first with { Status = Toggle(Status, value) },
            FacetField.Level => first with { Level = Toggle(Level, value) },
            _ => first,
        };
    }

    /// <summary>Whether a value of a facet is the filter already set.</summary>
    public bool IsChosen(FacetField field, string value) => field switch
    {
        FacetField.Province or FacetField.Prefecture or FacetField.Region => Region == value,
        FacetField.Year => Year.ToString(CultureInfo.InvariantCulture) == value,
        FacetField.Type => Is(Type, value),
        FacetField.PlanKind => Is(Kind, value),
        FacetField.Status => Is(Status, value),
        FacetField.Level => Is(Level, value),
        _ => false,
    };

    private static bool Is<T>(T chosen, string value)
        where T : struct, Enum
        => ProtoEnum<T>.TryRead(value, out var read) && read.Equals(chosen);

    private static T Toggle<T>(T chosen, string value)
        where T : struct, Enum
        => ProtoEnum<T>.TryRead(value, out var read) && !read.Equals(chosen) ? read : default;
}
