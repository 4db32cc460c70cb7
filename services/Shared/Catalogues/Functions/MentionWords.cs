namespace Fazhi.Catalogues.Functions;

/// <summary>The words of a mention made ready to be read.</summary>
internal static class MentionWords
{
    private const string LevelEnds = "省市县区州旗盟镇乡";

    /// <summary>Parts folded words into those outside and those inside brackets, without blanks and quotation marks; 中共 and the 员会 of 县委员会组织部 are left out.</summary>
    public static (string Core, string InBrackets) Split(ReadOnlySpan<char> folded)
    {
        Span<char> core = stackalloc char[folded.Length];
        Span<char> inside = stackalloc char[folded.Length];
        int outsideLength = 0, insideLength = 0, depth = 0;
        foreach (var c in folded)
        {
            if (c is '(' or '[')
                depth++;
            else if (c is ')' or ']')
                depth = Math.Max(0, depth - 1);
            else if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '“' or '”' or '"' or '\u200B' or '\uFEFF')
                continue;
            else if (depth > 0)
                inside[insideLength++] = c;
            else
                core[outsideLength++] = c;
        }

        var outer = core[..outsideLength];
        var inner = inside[..insideLength].ToString();
        return outer.Length == 0 ? (Plain(inner), "") : (Plain(outer.ToString()), inner);
    }

    /// <summary>区司法局 of 县(区)司法局 in the plan of a district: the level word in brackets is the one that fits.</summary>
    public static string OfOwnLevel(string core, string inBrackets, MentionContext context)
    {
        if (inBrackets.Length is 0 or > 5 || !LevelEnds.Contains(core[0]) || context.Regions.Any(region => LevelWords.Match(core.AsSpan(0, 1), region.Name)))
            return core;
        foreach (var c in inBrackets)
        {
            if (LevelEnds.Contains(c) && context.Regions.Any(region => LevelWords.Match([c], region.Name)))
                return c + core[1..];
        }

        return core;
    }

    private static string Plain(string words)
    {
        foreach (var party in (ReadOnlySpan<string>)["中国共产党", "中共"])
        {
            if (words.StartsWith(party, StringComparison.Ordinal) && !words.StartsWith("中共中央", StringComparison.Ordinal))
                words = words[party.Length..];
        }

        if (words.StartsWith("人民银行", StringComparison.Ordinal))
            words = "中国" + words;
        words = words.Replace("中国人民政治协商会议", "政协", StringComparison.Ordinal).Replace("中国共产主义青年团", "共青团", StringComparison.Ordinal);
        var committee = words.IndexOf("委员会", StringComparison.Ordinal);
        return committee > 0 && committee == words.IndexOf('委') && committee + 3 < words.Length && LevelEnds.Contains(words[committee - 1]) && !words.StartsWith("政协", StringComparison.Ordinal) && !words.StartsWith("共青团", StringComparison.Ordinal)
            ? words.Remove(committee + 1, 2)
            : words;
    }
}
