using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fazhi.Search.Quality;

/// <summary>A baseline: Elasticsearch as it comes, with the standard analyzer and a multi_match over title, headings and text.</summary>
internal sealed class StandardAnalyzer : SearchSystem
{
    private readonly HttpClient http;
    private readonly List<FoundPassage> passages = [];
    private readonly string index = $"/quality-{Guid.NewGuid():N}";

    private StandardAnalyzer(HttpClient http) => this.http = http;

    public override string Name => "Elasticsearch, standard analyzer";

    /// <summary>Takes the corpus into an index of its own.</summary>
    public static async Task<StandardAnalyzer> FillAsync(HttpClient http, JudgedCorpus corpus)
    {
        var system = new StandardAnalyzer(http);
        var bulk = new StringBuilder();
        foreach (var (file, document) in corpus.Documents)
        {
            foreach (var passage in document.Passages)
            {
                bulk.Append("{\"index\":{\"_id\":\"").Append(system.passages.Count).Append("\"}}\n")
                    .Append(JsonSerializer.Serialize(new { title = document.Summary.Title, headings = string.Join('\n', passage.Headings), text = passage.Text })).Append('\n');
                system.passages.Add(new FoundPassage(file, passage.Range));
            }
        }
        using var created = await http.PutAsJsonAsync(system.index, new { settings = new { number_of_shards = 1, number_of_replicas = 0 } });
        created.EnsureSuccessStatusCode();
        using var content = new StringContent(bulk.ToString(), Encoding.UTF8, "application/x-ndjson");
        using var filled = await http.PostAsync($"{system.index}/_bulk?refresh=true", content);
        filled.EnsureSuccessStatusCode();
        return system;
    }

    public override async Task<IReadOnlyList<FoundPassage>> SearchAsync(string query)
    {
        using var response = await http.PostAsJsonAsync($"{index}/_search", new
        {
            size = Depth,
            _source = false,
            query = new { multi_match = new { query = WordsOf(query), fields = (string[])["title", "headings", "text"] } },
        });
        response.EnsureSuccessStatusCode();
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        return [.. answer["hits"]!["hits"]!.AsArray().Select(hit => passages[int.Parse(hit!["_id"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture)])];
    }

    public override async ValueTask DisposeAsync()
    {
        using var deleted = await http.DeleteAsync(index);
    }
}
