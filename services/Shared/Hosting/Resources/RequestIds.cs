using Dapper;
using Google.Protobuf;
using Microsoft.Data.Sqlite;

namespace Fazhi.Hosting;

/// <summary>
/// Safe retries (google.aip.dev/155): a create with a <c>request_id</c> that was seen before gives what the first one made. Kept
/// for seven days.
/// </summary>
public sealed class RequestIds(TimeProvider time)
{
    private const int MaxLength = 64;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Looks whether this request was carried out before.</summary>
    /// <param name="transaction">The write transaction of the request.</param>
    /// <param name="requestId">The request's <c>request_id</c>; empty means the caller does not ask for this.</param>
    /// <param name="request">The whole request.</param>
    /// <returns>Name of the resource that the first request made; null when this is the first.</returns>
    /// <exception cref="FazhiException">
    /// INVALID_ARGUMENT: the id is no id (1 to 64 visible ASCII characters), or, with reason <c>REQUEST_ID_REUSED</c>, it was used for another request.
    /// </exception>
    public string? Find(SqliteTransaction transaction, string requestId, IMessage request)
    {
        if (requestId.Length == 0)
            return null;
        if (requestId.Length > MaxLength || requestId.AsSpan().ContainsAnyExceptInRange('!', '~'))
            throw FazhiException.InvalidArgument("request_id", $"应为 1 到 {MaxLength} 个可见的 ASCII 字符，例如 UUID");

        var known = transaction.Connection!.QuerySingleOrDefault<(string Hash, string Name)?>(
            "SELECT request_hash, resource_name FROM request_ids WHERE request_id = @requestId AND time >= @oldest",
            new { requestId, oldest = Oldest() },
            transaction);
        if (known is { } found && found.Hash != Hash(request))
            throw FazhiException.InvalidArgument("request_id", "此编号已用于另一个内容不同的请求", "REQUEST_ID_REUSED");
        return known?.Name;
    }

    /// <summary>Notes, in the transaction that made it, which resource the request made. Nothing is noted for an empty id.</summary>
    public void Save(SqliteTransaction transaction, string requestId, IMessage request, string resourceName)
    {
        if (requestId.Length == 0)
            return;

        transaction.Connection!.Execute(
            """
            DELETE FROM request_ids WHERE time < @oldest;
            INSERT INTO request_ids (request_id, request_hash, resource_name, time) VALUES (@requestId, @hash, @resourceName, @now);
            """,
            new { requestId, hash = Hash(request), resourceName, oldest = Oldest(), now = time.GetUtcNow().ToUnixTimeMilliseconds() },
            transaction);
    }

    private long Oldest() => (time.GetUtcNow() - Kept).ToUnixTimeMilliseconds();

    private static string Hash(IMessage request) => Convert.ToHexStringLower(MessageHash.Of(request));
}
