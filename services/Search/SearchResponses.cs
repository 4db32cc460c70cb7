using System.Globalization;
using Fazhi.Catalogues.Functions;
using Fazhi.Contracts;
using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Search.Query;
using Fazhi.Search.Regions;
using Fazhi.Search.Text;
using Fazhi.Search.Themes;
using Fazhi.Search.V1;
using Fazhi.Units.V1;
using Google.Protobuf.Reflection;
using TextRange = Fazhi.Search.Text.TextRange;

namespace Fazhi.Search;

/// <summary>Writes answers.</summary>
internal static class SearchResponses
{
    private static readonly EnumDescriptor Levels = RegionReflection.Descriptor.FindTypeByName<EnumDescriptor>(nameof(RegionLevel));
    private static readonly EnumDescriptor Types = DocumentReflection.Descriptor.FindTypeByName<EnumDescriptor>(nameof(DocumentType));
    private static readonly EnumDescriptor PlanKinds = PlanReflection.Descriptor.FindTypeByName<EnumDescriptor>(nameof(PlanKind));
    private static readonly EnumDescriptor Statuses = PlanReflection.Descriptor.FindTypeByName<EnumDescriptor>(nameof(PlanStatus));

    /// <summary>The documents found, with the places of the terms marked.</summary>
    public static IEnumerable<SearchResult> Results(IReadOnlyList<DocumentHit> hits, IEnumerable<SearchTerm> terms)
    {
        var phrases = terms.Select(term => term.Phrase).ToList();
        return hits.Select(hit => new SearchResult
        {
            Document = hit.Document.Summary,
            PlanKind = hit.Document.PlanKind,
            Status = hit.Document.Status,
            Score = hit.Score,
            PassageCount = hit.PassageCount,
            TitleHighlights = { Highlights(Highlighter.Find(hit.Document.Summary.Title, phrases)) },
            Passages = { hit.Passages.Select(passage => Passage(passage, phrases)) },
        });
    }

    /// <summary>A facet with its values named.</summary>
    public static Facet Facet(FacetCounts counts, RegionDirectory regions, SearchThemes themes) => new()
    {
        Field = counts.Field,
        Values = { counts.Values.Select(value => Value(counts.Field, value, regions, themes)) },
    };

    /// <summary>A passage with the places of the phrases marked: all of it, or the part around most of them.</summary>
    public static PassageHit Passage(ScoredPassage scored, IReadOnlyList<TokenPhrase> phrases)
    {
        var passage = scored.Passage;
        var snippet = Snippet.Of(passage.Text, Highlighter.Find(passage.Text, phrases));
        return new PassageHit
        {
            Task = passage.Task,
            Label = passage.Label,
            Headings = { passage.Headings },
            Text = passage.Text.Substring(snippet.Range.Start, snippet.Range.Length),
            Range = new Documents.V1.TextRange { Start = passage.Start + snippet.Range.Start, Length = snippet.Range.Length },
            Highlights = { Highlights(snippet.Highlights) },
            Score = scored.Score,
            CutBefore = snippet.Range.Start > 0,
            CutAfter = snippet.Range.End < passage.Text.Length,
            Themes = { passage.Themes },
            Functions = { passage.Functions },
            Deadlines = { passage.Deadlines.Select(Day) },
            Passage = passage.Passage,
            HeadingHighlights = { passage.Headings.SelectMany((heading, i) => Highlights(Highlighter.Find(heading, phrases)).Select(place => new HeadingHighlight { Heading = i, Place = place })) },
        };
    }

    /// <summary>A day as ISO 8601 writes it.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<Highlight> Highlights(IEnumerable<TextRange> ranges) =>
        ranges.Select(range => new Highlight { Start = range.Start, Length = range.Length });

    private static FacetValue Value(FacetField field, FacetCount counted, RegionDirectory regions, SearchThemes themes)
    {
        var (value, name) = field switch
        {
            FacetField.Province or FacetField.Prefecture or FacetField.County or FacetField.Region => (counted.Value, RegionLookup.NameOf(regions, counted.Value)),
            FacetField.Year => (counted.Value, $"{counted.Value}年"),
            FacetField.Level => (EnumName(Levels, counted.Value), Named(Terms.Of((RegionLevel)Number(counted.Value)))),
            FacetField.Type => (EnumName(Types, counted.Value), Named(Terms.Of((DocumentType)Number(counted.Value)))),
            FacetField.PlanKind => (EnumName(PlanKinds, counted.Value), Named(Terms.Of((PlanKind)Number(counted.Value)))),
            FacetField.Status => (EnumName(Statuses, counted.Value), Named(Terms.Of((PlanStatus)Number(counted.Value)))),
            FacetField.Theme => (counted.Value, themes.NameOf(counted.Value)),
            FacetField.Function => (counted.Value, FunctionCatalog.BuiltIn.Find(counted.Value)?.Name ?? counted.Value),
            FacetField.Issuer => (IssuerName.Whole(counted.Value), counted.Value),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "not a facet"),
        };
        return new FacetValue { Value = value, DisplayName = name, Count = counted.Documents };
    }

    // A value that a newer service has sent is still shown, by its number.
    private static string EnumName(EnumDescriptor type, string number) => type.FindValueByNumber(Number(number))?.Name ?? number;

    private static string Named(string name) => name.Length > 0 ? name : "其他";

    private static int Number(string value) => int.Parse(value, CultureInfo.InvariantCulture);
}
