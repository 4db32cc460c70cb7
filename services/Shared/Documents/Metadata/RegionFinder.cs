using System.Collections.Immutable;
using Fazhi.Catalogues;
using Fazhi.Documents.Layout;

namespace Fazhi.Documents.Metadata;

/// <summary>Finds the region that a document is about: in the title, then in the issuing bodies, then in the text.</summary>
internal static class RegionFinder
{
    private const int MostMentions = 500;
    private const int LongestChain = 40;
    private const int YearMark = 4;

    // 经望岫县人民政府同意: the name begins after these. The others also begin names (和平区, 向阳县), so a longer chain is preferred.
    private const string LeadingWords = "经由据受按";
    private const string JoiningWords = "共在和及与向对";

    private static readonly string[] Bodies = ["人民政府", "委员会", "人大常委会"];

    public static RegionMention? Find(Page page, TitleCandidate? title, IReadOnlyList<Issuer> issuers)
    {
        var byTitle = title is null ? null : FromTitle(page, title);
        var byIssuer = issuers.Select(i => FromIssuer(page, i))
            .Where(r => r is not null).MaxBy(r => r!.Parts.Length);
        if (byTitle is not null)
            return byIssuer is not null && IsTailOf(byTitle, byIssuer) ? byIssuer : byTitle;
        return byIssuer ?? AnonymisedInText(page) ?? NamedInText(page);
    }

    private static RegionMention? FromIssuer(Page page, Issuer issuer)
    {
        if (issuer.Range is { } range)
            return At(page, range.Start + OrgName.SkipParty(page.FoldedAt(range)), range.End, RegionSource.Issuer);
        var folded = Fold.Text(issuer.Name);
        var start = OrgName.SkipParty(folded);
        var parts = RegionReader.Read(folded.AsSpan(start));
        return parts.Count == 0 ? null : Make(issuer.Name, folded, parts, start, RegionSource.Issuer) with { Range = null };
    }

    private static RegionMention? FromTitle(Page page, TitleCandidate title)
    {
        if (title.Range is { } range)
        {
            return At(page, range.Start, range.End, RegionSource.Title)
                ?? At(page, range.Start + MeasureYear(page.FoldedAt(range)), range.End, RegionSource.Title)
                ?? After(page, range, "中共") ?? After(page, range, "印发") ?? After(page, range, "关于") ?? After(page, range, "《");
        }

        var folded = Fold.Text(title.Text);
        var parts = RegionReader.Read(folded);
        return parts.Count == 0 ? null : Make(title.Text, folded, parts, 0, RegionSource.Title) with { Range = null };
    }

    /// <summary>2024年望岫县…: the year stands first.</summary>
    private static int MeasureYear(ReadOnlySpan<char> words)
    {
        var mark = words.IndexOf('年');
        return mark is >= 0 and <= YearMark ? mark + (words[(mark + 1)..].StartsWith("度", StringComparison.Ordinal) ? 2 : 1) : 0;
    }

    private static RegionMention? After(Page page, TextRange range, string word)
    {
        var at = page.FoldedAt(range).IndexOf(word, StringComparison.Ordinal);
        if (at < 0)
            return null;
        var start = range.Start + at + word.Length;
        return At(page, start, range.End, RegionSource.Title) ?? At(page, start + MeasureYear(page.Folded.AsSpan(start, range.End - start)), range.End, RegionSource.Title);
    }

    private static RegionMention? At(Page page, int start, int end, RegionSource source)
    {
        var parts = RegionReader.Read(page.Folded.AsSpan(start, end - start));
        return parts.Count == 0 ? null : Make(page.Text, page.Folded, parts, start, source);
    }

    private static RegionMention Make(string text, string folded, List<TextRange> parts, int start, RegionSource source)
    {
        var range = TextRange.Between(start + parts[0].Start, start + parts[^1].End);
        var names = parts.Select(p => text.Substring(start + p.Start, p.Length)).ToImmutableArray();
        var anonymised = parts.Exists(p => RegionReader.IsAnonymised(folded.AsSpan(start + p.Start, p.Length)));
        return new(text.Substring(range.Start, range.Length), names, anonymised, range, source);
    }

    /// <summary>石渡镇 in the title, 临澜市望岫县石渡镇人民政府 under the text: the latter names the same region in full.</summary>
    private static bool IsTailOf(RegionMention title, RegionMention issuer) =>
        issuer.Parts.Length > title.Parts.Length && issuer.Parts[^title.Parts.Length..].SequenceEqual(title.Parts, StringComparer.Ordinal);

    private static RegionMention? AnonymisedInText(Page page)
    {
        RegionMention? best = null;
        var looked = 0;
        for (var at = 0; at < page.Folded.Length && looked < MostMentions; at++, looked++)
        {
            var next = page.Folded.AsSpan(at).IndexOfAny("xX×*某");
            if (next < 0)
                break;
            at += next;
            var mention = At(page, at, Math.Min(page.Folded.Length, at + LongestChain), RegionSource.Text);
            if (mention is not { Anonymised: true })
                continue;
            if (best is null || mention.Parts.Length > best.Parts.Length)
                best = mention;
            at = mention.Range!.Value.End - 1;
        }

        return best;
    }

    /// <summary>The region most often named right before 人民政府 or 委员会 in the text.</summary>
    private static RegionMention? NamedInText(Page page)
    {
        var mentions = new Dictionary<string, (int Count, RegionMention First)>(StringComparer.Ordinal);
        foreach (var body in Bodies)
        {
            var looked = 0;
            for (var at = page.Folded.IndexOf(body, StringComparison.Ordinal); at >= 0 && looked < MostMentions; at = page.Folded.IndexOf(body, at + body.Length, StringComparison.Ordinal), looked++)
            {
                if (Before(page, at) is not { } mention)
                    continue;
                mentions.TryGetValue(mention.Text, out var seen);
                mentions[mention.Text] = (seen.Count + 1, seen.First ?? mention);
            }
        }

        return mentions.Count == 0 ? null : mentions.Values.MaxBy(m => m.Count).First;
    }

    /// <summary>The chain that ends at <paramref name="end"/>: the longest that begins where a clause does or after a word that leads to a name.</summary>
    private static RegionMention? Before(Page page, int end)
    {
        RegionMention? found = null;
        for (var start = end - 2; start >= Math.Max(0, end - LongestChain) && page.Folded[start] is >= '\u4E00' and <= '\u9FFF'; start--)
        {
            var before = start == 0 ? '\n' : page.Folded[start - 1];
            if (before is >= '\u4E00' and <= '\u9FFF' && !LeadingWords.Contains(before) && !JoiningWords.Contains(before))
                continue;
            var parts = RegionReader.Read(page.Folded.AsSpan(start, end - start));
            if (parts.Count == 0 || parts[^1].End != end - start)
                continue;
            found = Make(page.Text, page.Folded, parts, start, RegionSource.Text);
            if (LeadingWords.Contains(before))
                break;
        }

        return found;
    }
}
