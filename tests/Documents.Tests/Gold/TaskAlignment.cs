using static System.StringComparison;

namespace Fazhi.Documents.Tests.Gold;

/// <summary>Finds which task of gold is which of the parser's: labels repeat under other headings, and one lost task must not shift all that follow.</summary>
internal static class TaskAlignment
{
    /// <summary>Both in their order, each once; the pairs that agree in most of label, headings, title and first words.</summary>
    public static IReadOnlyList<(GoldTask? Gold, GoldTask? Parsed)> Pair(IReadOnlyList<GoldTask> gold, IReadOnlyList<GoldTask> parsed)
    {
        // best[g, p]: the most agreement that gold from g on can have with parsed from p on.
        var best = new int[gold.Count + 1, parsed.Count + 1];
        for (var g = gold.Count - 1; g >= 0; g--)
        {
            for (var p = parsed.Count - 1; p >= 0; p--)
                best[g, p] = Math.Max(Agreement(gold[g], parsed[p]) + best[g + 1, p + 1], Math.Max(best[g + 1, p], best[g, p + 1]));
        }

        var pairs = new List<(GoldTask?, GoldTask?)>();
        int i = 0, j = 0;
        while (i < gold.Count && j < parsed.Count)
        {
            var agreement = Agreement(gold[i], parsed[j]);
            if (agreement > 0 && best[i, j] == agreement + best[i + 1, j + 1])
                pairs.Add((gold[i++], parsed[j++]));
            else if (best[i, j] == best[i + 1, j])
                pairs.Add((gold[i++], null));
            else
                pairs.Add((null, parsed[j++]));
        }

        pairs.AddRange(gold.Skip(i).Select(g => ((GoldTask?)g, (GoldTask?)null)));
        pairs.AddRange(parsed.Skip(j).Select(p => ((GoldTask?)null, (GoldTask?)p)));
        return pairs;
    }

    private static int Agreement(GoldTask gold, GoldTask parsed)
    {
        var points = GoldComparer.Plain(gold.Label) == GoldComparer.Plain(parsed.Label) ? 2 : 0;
        if (gold.Headings.Select(GoldComparer.Plain).SequenceEqual(parsed.Headings.Select(GoldComparer.Plain)))
            points++;
        if (gold.Title.Length > 0 && GoldComparer.Plain(gold.Title) == GoldComparer.Plain(parsed.Title))
            points += 2;
        if (gold.From is { } from && GoldComparer.Plain(parsed.From!).StartsWith(GoldComparer.Plain(from), Ordinal))
            points += 3;
        return points > 1 ? points : 0;
    }
}
