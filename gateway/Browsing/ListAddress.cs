using System.Globalization;
using Fazhi.Plans.V1;
using Microsoft.AspNetCore.Http.Extensions;

namespace Fazhi.Gateway.Browsing;

/// <summary>A list of plans or reports as its address holds it: <c>/plans?region=望岫县&amp;year=2024</c>.</summary>
public sealed record ListAddress(string Path)
{
    public const int PageSize = 20;

    /// <summary>Name or code of a region; everything below it is meant too.</summary>
    public string Region { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>0 for all years.</summary>
    public int Year { get; init; }

    public PlanKind Kind { get; init; }

    public PlanStatus Status { get; init; }

    public string PageToken { get; init; } = "";

    public int PageNumber { get; init; } = 1;

    public bool HasFilter => this with { PageToken = "", PageNumber = 1 } != new ListAddress(Path);

    /// <summary>Reads an address; a part that makes no sense is left out and named in <paramref name="problem"/>.</summary>
    public static ListAddress Read(string path, IQueryCollection query, out string? problem)
    {
        var reader = new AddressReader(query);
        var address = new ListAddress(path)
        {
            Region = reader.Text("region"),
            Title = reader.Text("title"),
            Year = reader.Year("year"),
            Kind = reader.Choice<PlanKind>("kind", "计划种类"),
            Status = reader.Choice<PlanStatus>("status", "计划状态"),
            PageToken = reader.Text("page"),
            PageNumber = reader.PageNumber("n"),
        };
        problem = reader.Problem;
        return address;
    }

    public ListAddress FromFirstPage() => this with { PageToken = "", PageNumber = 1 };

    public ListAddress NextPage(string token) => this with { PageToken = token, PageNumber = PageNumber + 1 };

    public string ToUrl()
    {
        var query = new QueryBuilder();
        Add("region", Region);
        Add("title", Title);
        Add("year", Year == 0 ? "" : Year.ToString(CultureInfo.InvariantCulture));
        Add("kind", ProtoEnum<PlanKind>.WordOf(Kind));
        Add("status", ProtoEnum<PlanStatus>.WordOf(Status));
        Add("page", PageToken);
        Add("n", PageNumber == 1 ? "" : PageNumber.ToString(CultureInfo.InvariantCulture));
        return Path + query.ToQueryString();

        void Add(string name, string value)
        {
            if (value.Length > 0)
                query.Add(name, value);
        }
    }
}
