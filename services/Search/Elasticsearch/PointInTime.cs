using System.Text.Json.Nodes;
using Fazhi.Hosting;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace Fazhi.Search.Elasticsearch;

/// <summary>A view of an index as it is at one moment, over as many requests as reading it takes.</summary>
internal sealed class PointInTime : IAsyncDisposable
{
    private readonly ElasticsearchConnection connection;
    private string id;

    private PointInTime(ElasticsearchConnection connection, string id) => (this.connection, this.id) = (connection, id);

    /// <summary>Opens one.</summary>
    public static async Task<PointInTime> OpenAsync(ElasticsearchConnection connection, string index, CancellationToken cancellationToken)
    {
        var answer = await connection.SendAsync(
            HttpMethod.POST, $"/{index}/_pit?keep_alive={SearchLimits.KeepAlive}", null, ElasticsearchJson.Default.PointInTimeAnswer, cancellationToken);
        return new PointInTime(connection, answer.Id);
    }

    /// <summary>Searches in it.</summary>
    public async Task<SearchAnswer> SearchAsync(JsonObject body, CancellationToken cancellationToken)
    {
        body["pit"] = new JsonObject { ["id"] = id, ["keep_alive"] = SearchLimits.KeepAlive };
        var answer = await connection.SendAsync(HttpMethod.POST, "/_search", body, ElasticsearchJson.Default.SearchAnswer, cancellationToken);
        id = answer.PitId;
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await connection.SendAsync(HttpMethod.DELETE, "/_pit", new JsonObject { ["id"] = id }, CancellationToken.None);
        }
        // It ends by itself, a little later.
        catch (Exception error) when (error is FazhiException or ElasticsearchException)
        {
        }
    }
}
