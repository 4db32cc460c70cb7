using System.Globalization;
using Fazhi.Search.V1;
using Google.Rpc;
using Grpc.Core;

namespace Fazhi.Cli.Connection;

/// <summary>A query that the server could not understand, and where.</summary>
internal sealed class RefusedQueryException(RpcException error, string query, int position) : Exception(error.Message, error)
{
    private const string PositionKey = "position";

    public RpcException Error => error;

    public string Query => query;

    /// <summary>The character that is wrong, from 0, in UTF-16 code units of the query.</summary>
    public int Position => position;

    /// <summary>Makes a call that has a query; its refusal comes with the query where the server says the place.</summary>
    public static async Task<T> AskAsync<T>(SearchRequest search, Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (RpcException error) when (PlaceIn(search.Query, error) is { } place)
        {
            throw new RefusedQueryException(error, search.Query, place);
        }
    }

    private static int? PlaceIn(string query, RpcException error) =>
        error.StatusCode == StatusCode.InvalidArgument
        && error.GetRpcStatus()?.GetDetail<ErrorInfo>() is { } info
        && info.Metadata.TryGetValue(PositionKey, out var text)
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
        && place <= query.Length
            ? place
            : null;
}
