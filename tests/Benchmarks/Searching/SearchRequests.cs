using System.Text.RegularExpressions;
using Fazhi.Documents.V1;
using Fazhi.Plans.V1;
using Fazhi.Search.V1;
using Fazhi.Testing;
using Fazhi.Units.V1;
using static Fazhi.Testing.SearchCorpusWords;

namespace Fazhi.Benchmarks.Searching;

/// <summary>Searches of seven classes in turn, drawn from the words and documents of a corpus: the same for the same corpus, and no two of them the same to the service.</summary>
internal sealed partial class SearchRequests
{
    /// <summary>How many there are; the numbers from here on are the same searches again.</summary>
    public const int Count = 700;

    private static readonly string[] Words = [.. Subjects, .. Aspects];

    private static readonly (string Name, Func<SearchRequests, int, SearchRequest> Make)[] Kinds =
    [
        ("common word", (_, number) => new() { Query = Words[number % Words.Length] }),
        ("two words", (_, number) => new() { Query = Two(number) }),
        ("rare phrase", (requests, number) => new() { Query = $"\"{requests.RareName(number)}\"" }),
        ("filter and six facets", (_, number) => Filtered(number)),
        ("OR and exclusion", (_, number) => new() { Query = $"{Subjects[number % Subjects.Length]} OR {Subjects[(number + 7) % Subjects.Length]} -{Aspects[number % Aspects.Length]}" }),
        ("prefix", (_, number) => new() { Query = number % 2 == 0 ? $"{NameCharacters[number]}" : $"{10 + (number / 2)}*" }),
        ("long sentence", (requests, number) => new() { Query = requests.Sentence(number) }),
    ];

    private readonly SearchCorpus corpus;
    private readonly int documents;
    private readonly (SearchRequest Request, int Again)[] requests;
    private readonly int most;

    /// <summary>Draws them.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="documents">How many documents of it there are.</param>
    public SearchRequests(SearchCorpus corpus, int documents)
    {
        (this.corpus, this.documents) = (corpus, documents);
        var drawn = Enumerable.Range(0, Count).Select(number => Kinds[ClassOf(number)].Make(this, number / Kinds.Length)).ToList();
        var seen = new Dictionary<SearchRequest, int>();
        requests = [.. drawn.Select(request => (request, seen[request] = seen.GetValueOrDefault(request, -1) + 1))];
        most = seen.Values.Max() + 1;
    }

    /// <summary>Names of the classes.</summary>
    public static IReadOnlyList<string> Classes { get; } = [.. Kinds.Select(kind => kind.Name)];

    /// <summary>The class that a search is of.</summary>
    public static int ClassOf(int number) => number % Kinds.Length;

    /// <summary>A search.</summary>
    /// <param name="number">Its number, from 0.</param>
    /// <param name="edition">
    /// Of equal searches each has an edition of its own, so that it is not answered by what was kept of another: it has more spaces at the end, which count for
    /// what is kept and for nothing else.
    /// </param>
    public SearchRequest Of(int number, int edition = 0)
    {
        var (request, again) = requests[number % Count];
        var search = request.Clone();
        search.Query += new string(' ', ((edition + (number / Count)) * most) + again);
        return search;
    }

    private static string Two(int number) => $"{Subjects[number % Subjects.Length]} {Aspects[(number + (number / Subjects.Length)) % Aspects.Length]}";

    private static SearchRequest Filtered(int number) => new()
    {
        Query = Subjects[number % Subjects.Length],
        Filter = new SearchFilter
        {
            Years = { 2021 + (number % 4), 2022 + (number % 4) },
            Levels = { RegionLevel.County },
            Types_ = { number % 2 == 0 ? DocumentType.Plan : DocumentType.Report },
        },
        Facets = { FacetField.Prefecture, FacetField.Year, FacetField.Type, FacetField.PlanKind, FacetField.Theme, FacetField.Function },
    };

    private string RareName(int number)
    {
        for (var other = number; ; other++)
        {
            if (NameForm().Match(TextOf(other)) is { Success: true } found)
                return found.Groups[1].Value;
        }
    }

    private string Sentence(int number)
    {
        var sentences = TextOf(number).Split(['。', '\n']).Where(sentence => sentence.Length is >= 20 and <= 45).ToList();
        return SignForm().Replace(sentences[number % sentences.Count], "");
    }

    private string TextOf(int number) => corpus.Generate(number * 37 % documents) switch
    {
        Plan plan => plan.Content.Text,
        Reports.V1.Report report => report.Content.Text,
        _ => throw new InvalidOperationException("neither plan nor report"),
    };

    [GeneratedRegex("[。，]在(.{2,3}(?:村|社区|工业园|市场|有限公司|合作社|小区|景区|学校|卫生院|水库|大桥|码头|农场))")]
    private static partial Regex NameForm();

    [GeneratedRegex(@"[^\p{L}\p{Nd}]")]
    private static partial Regex SignForm();
}
