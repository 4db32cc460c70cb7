using Fazhi.Hosting;

namespace Fazhi.Search.Elasticsearch;

/// <summary>
/// Sends bulk requests until every item has been taken or refused for good. A busy cluster (429, a shard without its primary) is asked again for those items
/// alone, after a time that doubles; an item that is older than what the index has is done; a document that the index cannot take is reported and does
/// not hold up what comes after it.
/// </summary>
internal sealed class BulkWriter(ElasticsearchConnection connection, ElasticsearchOptions options, TimeProvider time)
{
    private const int Conflict = 409;
    private const int NotFound = 404;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Sends the lines.</summary>
    /// <returns>The items that the index cannot take: number and reason.</returns>
    /// <exception cref="FazhiException">UNAVAILABLE: not all were taken within <see cref="ElasticsearchOptions.BulkTimeout"/>.</exception>
    public async Task<IReadOnlyList<Refusal>> SendAsync(BulkBuffer lines, CancellationToken cancellationToken)
    {
        var refused = new List<Refusal>();
        var started = time.GetTimestamp();
        var open = Enumerable.Range(0, lines.Count).ToList();
        for (var pause = FirstPause; open.Count > 0; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var body = open.Count == lines.Count ? lines.Lines : lines.LinesOf(open);
            var answer = await connection.SendBulkAsync(body, cancellationToken);
            open = answer is null ? open : StillOpen(open, answer, refused);
            if (open.Count == 0)
                break;
            if (time.GetElapsedTime(started) + pause > options.BulkTimeout)
                throw FazhiException.Unavailable(LongestPause, $"搜索引擎繁忙：{open.Count} 项未能写入，稍后再试", "ENGINE_BUSY");
            // Several writers that were turned away together do not come back together.
            await Task.Delay(pause * (0.75 + (Random.Shared.NextDouble() / 2)), time, cancellationToken);
        }
        return refused;
    }

    private static List<int> StillOpen(List<int> sent, BulkAnswer answer, List<Refusal> refused)
    {
        var open = new List<int>();
        if (!answer.Errors)
            return open;
        for (var i = 0; i < sent.Count; i++)
        {
            var item = answer.Items![i].Values.Single();
            switch (item.Error)
            {
                case null:
                case var _ when item.Status == Conflict:
                    break;
                case { } error when item.Status == NotFound:
                    throw new ElasticsearchException(item.Status, "POST /_bulk", error);
                case { } error when item.Status is 400 or 413:
                    refused.Add(new Refusal(sent[i], $"{error.Type}: {(error.CausedBy ?? error).Reason}"));
                    break;
                case { } error when item.Status is 401 or 403:
                    throw FazhiException.Unavailable(LongestPause, "搜索引擎拒绝写入：凭据的权限不足，或索引为只读", "ENGINE_FORBIDDEN", new ElasticsearchException(item.Status, "POST /_bulk", error));
                default:
                    open.Add(sent[i]);
                    break;
            }
        }
        return open;
    }

    /// <summary>An item that the index cannot take.</summary>
    internal readonly record struct Refusal(int Item, string Reason);
}
