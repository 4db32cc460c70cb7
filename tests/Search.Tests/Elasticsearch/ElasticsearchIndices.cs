using System.Text.Json.Nodes;

namespace Fazhi.Search.Tests.Elasticsearch;

/// <summary>What a test has made on a cluster that others use, too.</summary>
internal static class ElasticsearchIndices
{
    /// <summary>Deletes every index, alias and template whose name begins with a prefix.</summary>
    public static async Task DropAsync(HttpClient http, string prefix)
    {
        using var indices = await http.GetAsync($"/_alias/{prefix}-*?filter_path=*", CancellationToken.None);
        if (!indices.IsSuccessStatusCode)
            return;
        var names = JsonNode.Parse(await indices.Content.ReadAsStringAsync(CancellationToken.None))!.AsObject().Select(entry => entry.Key);
        if (string.Join(',', names) is { Length: > 0 } all)
            await http.DeleteAsync($"/{all}", CancellationToken.None);
        await http.DeleteAsync($"/_index_template/{prefix}-*", CancellationToken.None);
    }
}
