using System.Collections.Immutable;

namespace Fazhi.Catalogues.Functions;

/// <summary>Finds the known name that a misprinted one may stand for: 政府服务管理局 → 政务服务管理局.</summary>
public static class Misprints
{
    private const int ShortestForOne = 5;
    private const int ShortestForTwo = 9;
    private const int Most = 3;

    /// <summary>Known names that differ in one character, or two where the name is long, best first; at most three.</summary>
    public static ImmutableArray<(string Name, double Score)> Find(ImmutableArray<string> known, string name)
    {
        if (name.Length < ShortestForOne)
            return [];
        var allowed = name.Length >= ShortestForTwo ? 2 : 1;
        var found = new List<(string Name, double Score)>();
        foreach (var candidate in known)
        {
            if (Math.Abs(candidate.Length - name.Length) > allowed || candidate.Length < ShortestForOne || !Alike(candidate, name, allowed))
                continue;
            var distance = Distance(candidate, name, allowed);
            if (distance <= allowed)
                found.Add((candidate, Math.Round(1 - ((double)distance / Math.Max(name.Length, candidate.Length)), 3)));
        }

        return [.. found.OrderByDescending(entry => entry.Score).ThenBy(entry => entry.Name, StringComparer.Ordinal).Take(Most)];
    }

    /// <summary>
    /// Whether the two agree enough at their ends: one edit leaves all the rest the same, two could change both ends, but names that share fewer than three
    /// characters there are different names. Spares nearly all of the comparing.
    /// </summary>
    private static bool Alike(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int allowed)
    {
        var shorter = Math.Min(left.Length, right.Length);
        var prefix = left.CommonPrefixLength(right);
        var suffix = 0;
        while (prefix + suffix < shorter && left[^(suffix + 1)] == right[^(suffix + 1)])
            suffix++;
        return prefix + suffix >= (allowed == 1 ? Math.Max(left.Length, right.Length) - 1 : 3);
    }

    /// <summary>Edits (insert, delete, replace) from one to the other; more than <paramref name="limit"/> is answered as limit + 1.</summary>
    internal static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        Span<int> row = stackalloc int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            var best = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? diagonal : 1 + Math.Min(diagonal, Math.Min(row[j], row[j - 1]));
                diagonal = row[j];
                row[j] = cost;
                best = Math.Min(best, cost);
            }

            if (best > limit)
                return limit + 1;
        }

        return Math.Min(row[right.Length], limit + 1);
    }
}
