using System.Globalization;
using Fazhi.Hosting;

namespace Fazhi.Search.Query;

/// <summary>What can be wrong with a query, said with the place and with what would be right.</summary>
internal static class QueryErrors
{
    /// <summary>The field of the request.</summary>
    public const string Field = "query";

    /// <summary>Reason for machines.</summary>
    public const string Reason = "QUERY_INVALID";

    /// <summary>Where machines find the place of an error: the number of the character, from 0, in UTF-16 code units.</summary>
    public const string Position = "position";

    /// <summary>An error at a place.</summary>
    /// <param name="start">The place, from 0; people count from 1.</param>
    /// <param name="message">What is wrong and what would be right.</param>
    public static FazhiException At(int start, string message) => Of($"第 {start + 1} 个字符：{message}").With(Position, start.ToString(CultureInfo.InvariantCulture));

    /// <summary>An error of the query as a whole.</summary>
    public static FazhiException Of(string message) => FazhiException.InvalidArgument(Field, message, Reason);
}
