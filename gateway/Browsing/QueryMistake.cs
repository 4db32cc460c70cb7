using System.Globalization;
using Google.Rpc;

namespace Fazhi.Gateway.Browsing;

/// <summary>A query that could not be understood, cut at the place where it went wrong.</summary>
/// <param name="Before">What stands before the place.</param>
/// <param name="At">The character at the place; empty if it is the end.</param>
/// <param name="After">What stands behind.</param>
public sealed record QueryMistake(string Before, string At, string After)
{
    private const string Position = "position";

    /// <summary>The place that an error names in <c>ErrorInfo.metadata["position"]</c>, counted from 0; null if it names none.</summary>
    public static QueryMistake? Of(string query, Status error)
    {
        var named = error.GetDetail<ErrorInfo>()?.Metadata.GetValueOrDefault(Position);
        if (!int.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var start) || start > query.Length)
            return null;
        if (start > 0 && start < query.Length && char.IsSurrogatePair(query[start - 1], query[start]))
            start--;
        var end = Math.Min(query.Length, start + (start < query.Length - 1 && char.IsSurrogatePair(query[start], query[start + 1]) ? 2 : 1));
        return new QueryMistake(query[..start], query[start..end], query[end..]);
    }
}
