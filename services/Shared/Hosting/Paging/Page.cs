using Google.Protobuf;

namespace Fazhi.Hosting;

/// <summary>One page of a list and the token of the next; the token is empty on the last page.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string NextPageToken);

/// <summary>Makes pages.</summary>
public static class Page
{
    /// <summary>Makes a page of rows that were asked for with <c>LIMIT size + 1</c>: the one too many tells that there is a next page.</summary>
    /// <param name="request">The list request.</param>
    /// <param name="size">Size of the page, from <see cref="PageSize.Of"/>.</param>
    /// <param name="rows">At most <paramref name="size"/> + 1 rows in order.</param>
    /// <param name="key">Sort key of a row, as text.</param>
    public static Page<T> Of<T>(IMessage request, int size, IReadOnlyList<T> rows, Func<T, IReadOnlyList<string>> key) =>
        rows.Count <= size
            ? new Page<T>(rows, "")
            : new Page<T>(rows.Take(size).ToList(), PageToken.Create(request, key(rows[size - 1])));
}
