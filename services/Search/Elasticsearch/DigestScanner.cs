using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Fazhi.Search.Indexing;

namespace Fazhi.Search.Elasticsearch;

/// <summary>Lists what an index holds of a feed.</summary>
internal sealed class DigestScanner(ElasticsearchConnection connection)
{
    /// <summary>Name and digest of each, by name.</summary>
    public async IAsyncEnumerable<ContentDigest> ListAsync(string index, string feed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var view = await PointInTime.OpenAsync(connection, index, cancellationToken);
        JsonArray? after = null;
        while (true)
        {
            var body = new JsonObject
            {
                ["size"] = SearchLimits.NamesRead,
                ["query"] = QueryJson.Filter([QueryJson.Term("feed", feed), new JsonObject { ["exists"] = new JsonObject { ["field"] = "name" } }]),
                ["sort"] = new JsonArray { "name" },
                ["_source"] = false,
                ["stored_fields"] = "_none_",
                ["docvalue_fields"] = new JsonArray { "digest" },
                ["track_total_hits"] = false,
            };
            if (after is not null)
                body["search_after"] = after;
            var hits = (await view.SearchAsync(body, cancellationToken)).Hits.Hits;
            foreach (var hit in hits)
                yield return new ContentDigest(hit.Sort[0].GetString()!, Convert.FromBase64String(hit.Fields!["digest"][0].GetString()!));
            if (hits.Count < SearchLimits.NamesRead)
                yield break;
            after = hits[^1].SortValues();
        }
    }
}
