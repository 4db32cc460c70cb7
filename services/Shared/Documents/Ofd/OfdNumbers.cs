using System.Globalization;

namespace Fazhi.Documents.Ofd;

/// <summary>Lists of numbers as OFD writes them: separated by blanks, "g n v" for n times v.</summary>
internal static class OfdNumbers
{
    /// <summary>At most <paramref name="most"/> numbers; as many as are sound.</summary>
    public static double[] Read(string? list, int most)
    {
        var numbers = new List<double>();
        var rest = list.AsSpan();
        while (numbers.Count < most && TryNext(ref rest, out var word))
        {
            if (!word.SequenceEqual("g"))
            {
                if (!TryParse(word, out var number))
                    break;
                numbers.Add(number);
                continue;
            }

            if (!TryNext(ref rest, out var times) || !int.TryParse(times, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || !TryNext(ref rest, out word) || !TryParse(word, out var value))
                break;
            numbers.AddRange(Enumerable.Repeat(value, Math.Min(count, most - numbers.Count)));
        }

        return [.. numbers];
    }

    /// <summary>A single number; null when it is none.</summary>
    public static double? One(string? word) => TryParse(word, out var number) ? number : null;

    private static bool TryParse(ReadOnlySpan<char> word, out double number) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private static bool TryNext(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> word)
    {
        rest = rest.TrimStart(" \t\r\n,");
        var end = rest.IndexOfAny(" \t\r\n,");
        word = end < 0 ? rest : rest[..end];
        rest = rest[word.Length..];
        return !word.IsEmpty;
    }
}
