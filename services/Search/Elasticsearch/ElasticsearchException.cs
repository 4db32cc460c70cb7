namespace Fazhi.Search.Elasticsearch;

/// <summary>The server understood who asks and refused what was asked: a fault of this program, or an index that is no longer there.</summary>
internal sealed class ElasticsearchException(int status, string request, ErrorCause cause)
    : Exception($"{request}: {status} {cause.Type} {Deepest(cause).Reason}")
{
    /// <summary>The HTTP status.</summary>
    public int Status => status;

    /// <summary>The server's name of the error: <c>index_not_found_exception</c>.</summary>
    public string Type => cause.Type;

    /// <summary>The index or alias is not there.</summary>
    public bool IsIndexMissing => cause.Type == "index_not_found_exception" || (status == 404 && cause.Type == "search_context_missing_exception");

    // What is wrong stands in the innermost of nested errors.
    private static ErrorCause Deepest(ErrorCause cause) => cause.CausedBy is { } inner ? Deepest(inner) : cause.RootCause is [var root, ..] && root != cause ? Deepest(root) : cause;
}
