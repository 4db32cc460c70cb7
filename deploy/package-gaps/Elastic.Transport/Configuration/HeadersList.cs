using System.Collections;

namespace Elastic.Transport;

/// <summary>Names of headers, each once, upper and lower case being the same.</summary>
public readonly struct HeadersList : IEnumerable<string>
{
    private readonly string[]? names;

    /// <summary>Of one name.</summary>
    public HeadersList(string header) => names = [header];

    /// <summary>Of several names.</summary>
    public HeadersList(IEnumerable<string> headers) => names = [.. headers.Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>How many names.</summary>
    public int Count => names?.Length ?? 0;

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => (names ?? []).AsEnumerable().GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
