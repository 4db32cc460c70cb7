using System.Text.Json.Nodes;
using Fazhi.Search.V1;
using Google.Protobuf;

namespace Fazhi.Cli.Commands.Searching;

/// <summary>How a search is narrowed to one value of a facet.</summary>
internal static class FacetFilter
{
    // A value of a newer server that is not known here narrows nothing.
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    /// <summary>The options to add; empty for a facet that no filter is for.</summary>
    public static string Write(FacetField facet, string value)
    {
        if (FieldOf(facet) is not { } field)
            return "";
        var json = new JsonObject { [field] = new JsonArray(value) };
        return string.Join(' ', FilterOptions.Write(Parser.Parse<SearchFilter>(json.ToJsonString())));
    }

    // The contract gives values as a filter takes them.
    private static string? FieldOf(FacetField facet) => facet switch
    {
        FacetField.Province or FacetField.Prefecture or FacetField.County or FacetField.Region => "regions",
        FacetField.Level => "levels",
        FacetField.Year => "years",
        FacetField.Type => "types",
        FacetField.PlanKind => "planKinds",
        FacetField.Status => "statuses",
        FacetField.Theme => "themes",
        FacetField.Function => "functions",
        FacetField.Issuer => "issuers",
        _ => null,
    };
}
