using System.Collections.Immutable;

namespace Fazhi.Catalogues.Regions;

/// <summary>
/// Finds the region that a document names. Pure: the same catalog, mention and hints always give the same answer, and nothing is guessed: what
/// decided is in the candidates, and what does not decide leaves the mention ambiguous.
/// <list type="number">
/// <item>The mention is folded to half width and simplified characters; the body that bears the name (人民政府, 委员会) is taken off.</item>
/// <item>It is read from the left as names that contain each other: 韶关市 → 武江区. Levels may be skipped and names may be short.
/// What is left over must read as a region (西联镇) to count as its unregistered part.</item>
/// <item>Readings that leave least over stay. Of these, the nearest to the first hint that tells them apart stay: one in the same county before
/// one in the same prefecture before one in the same province.</item>
/// <item>Of what then remains, current full names go before short names and former names. A province goes before others of the
/// same short name (河南 is the province, not the county in 青海), and a region before the parts called like it (长沙 is the city, not 长沙县).</item>
/// <item>One left: resolved. Several left (鼓楼区, 朝阳): ambiguous.</item>
/// </list>
/// </summary>
public sealed class RegionResolver(RegionCatalog catalog)
{
    /// <summary>Longer mentions name no region: they are sentences.</summary>
    public const int LongestMention = 200;

    /// <summary>Resolves <paramref name="mention"/> as printed.</summary>
    /// <param name="mention">韶关市武江区西联镇, 雁峰, xx市xx区, or the six or nine digits of a code, of today or of before.</param>
    /// <param name="hints">Other regions named by the same document or its sender (衡阳市, 430400), the most trusted first; a unit will do (福州市司法局). They only
    /// choose between readings, and one that is ambiguous itself is not used.</param>
    public RegionResolution Resolve(string mention, params IEnumerable<string> hints)
    {
        ImmutableArray<Region> near = [.. hints.Select(hint => HintedBy(Read(hint, []))).OfType<Region>().Distinct()];
        return Read(mention, near);
    }

    /// <summary>The reference to a registered region itself.</summary>
    public RegionReference ReferTo(Region region) => Refer(new Reading(region, "", NameKind.Name));

    private static Region? HintedBy(RegionResolution hint) => hint switch
    {
        { Outcome: RegionOutcome.Resolved } => hint.Reference!.Region,
        { Outcome: RegionOutcome.Unknown, Candidates: [{ Kind: NameKind.Name } only] } => only.Reference.Region,
        _ => null,
    };

    private RegionResolution Read(string mention, ImmutableArray<Region> near)
    {
        var text = MentionText.Fold(mention);
        if (text.Length is 0 or > LongestMention)
        {
            return Unknown("", []);
        }

        if (RegionCode.TryParse(text, out var code) && (catalog.Find(code) ?? catalog.FindFormer(code)) is { } coded)
        {
            return Decide([new Reading(coded, "", NameKind.Name)], near);
        }

        text = MentionText.WithoutBody(text);
        return MentionText.IsAnonymised(text) ? Anonymised(text, near) : ReadNames(text, near);
    }

    private RegionResolution ReadNames(string text, ImmutableArray<Region> near)
    {
        var readings = Readings(text, within: null).ToList();
        var whole = readings.Where(IsWhole).ToList();
        var usable = whole.Where(reading => reading.Rest.Length == whole.Min(other => other.Rest.Length)).ToList();
        if (MentionText.IsTownshipLike(text) && !usable.Any(reading => reading.Rest.Length == 0 && reading.Region.Level is not RegionLevel.Township))
        {
            // A township alone belongs to the region that the document is about, unless that one has it registered.
            usable.AddRange(near.Where(hint => hint.Level is RegionLevel.County or RegionLevel.Prefecture
                    && !near.Any(deeper => deeper != hint && catalog.IsWithin(deeper, hint.Code))
                    && !usable.Any(reading => catalog.IsWithin(reading.Region, hint.Code)))
                .Select(hint => new Reading(hint, text, NameKind.Name)));
        }

        return usable.Count > 0 ? Decide(usable, near) : Unknown(text, readings);
    }

    /// <summary>Every way to read the text from its start as names of regions that contain each other.</summary>
    private IEnumerable<Reading> Readings(string text, Region? within)
    {
        for (var length = Math.Min(text.Length, catalog.LongestName); length > 0; length--)
        {
            foreach (var (region, kind) in catalog.Named(text[..length]))
            {
                var rest = text[length..];
                var fits = within is null || (region != within && catalog.IsWithin(region, within.Code));
                // One character (湘) is a name only when nothing follows: 湘潭 has nothing to do with it.
                if (!fits || (length == 1 && rest.Length > 0))
                {
                    continue;
                }

                var deeper = rest.Length == 0 ? [] : Readings(rest, region).ToList();
                foreach (var reading in deeper)
                {
                    yield return reading with { Kind = (NameKind)Math.Max((int)kind, (int)reading.Kind) };
                }

                if (deeper.Count == 0)
                {
                    yield return new Reading(region, rest, kind);
                }
            }
        }
    }

    private RegionResolution Decide(IReadOnlyCollection<Reading> readings, ImmutableArray<Region> near)
    {
        var ranked = readings
            .Select(reading => (Reading: reading, Nearness: string.Concat(near.Select(hint => Nearness(reading.Region, hint)))))
            .OrderByDescending(entry => entry.Nearness, StringComparer.Ordinal)
            .ThenBy(entry => entry.Reading.Rest.Length)
            .ThenBy(entry => entry.Reading.Kind)
            .ThenBy(entry => entry.Reading.Region.Code)
            .DistinctBy(entry => (entry.Reading.Region.Code, entry.Reading.Rest))
            .ToList();
        var best = ranked[0];
        var equals = ranked
            .Where(entry => entry.Nearness == best.Nearness && entry.Reading.Rest.Length == best.Reading.Rest.Length && entry.Reading.Kind == best.Reading.Kind)
            .Select(entry => entry.Reading).ToList();
        var chosen = equals.Count == 1 ? equals[0] : equals.Find(reading => Precedes(reading, equals));
        var byHint = ranked.Any(entry => entry.Nearness != best.Nearness);
        var candidates = ranked
            .OrderByDescending(entry => entry.Reading == chosen)
            .Select(entry => new RegionCandidate(Refer(entry.Reading), entry.Reading.Kind, byHint && entry.Nearness == best.Nearness))
            .ToImmutableArray();
        return chosen is null
            ? new RegionResolution(RegionOutcome.Ambiguous, null, candidates)
            : new RegionResolution(RegionOutcome.Resolved, candidates[0].Reference, candidates);
    }

    /// <summary>By convention a province goes before others of the same name, and a region before its own parts.</summary>
    private bool Precedes(Reading reading, IReadOnlyCollection<Reading> others) =>
        others.All(other => other == reading || catalog.IsWithin(other.Region, reading.Region.Code))
        || (reading.Region.Level is RegionLevel.Province && others.All(other => other == reading || other.Region.Level is not RegionLevel.Province));

    /// <summary>How deep the two are in the same region: 0 in different provinces, 1 in one province, 2 in one prefecture, 3 in one county.</summary>
    private int Nearness(Region region, Region hint)
    {
        ImmutableArray<Region> path = [.. catalog.AncestorsOf(region), region];
        return path.Where(above => catalog.IsWithin(hint, above.Code)).Select(above => (int)above.Level).DefaultIfEmpty(0).Max();
    }

    private RegionResolution Anonymised(string text, ImmutableArray<Region> near)
    {
        var hidden = MentionText.HiddenAt(text);
        var known = hidden == 0 ? null : ReadNames(text[..hidden], near).Reference is { UnregisteredName: "" } above ? above.Region : null;
        var rest = known is null ? text : text[hidden..];
        var reference = new RegionReference(known, text, MentionText.LevelOf(rest), known is null ? [] : catalog.AncestorsOf(known), rest, Anonymised: true);
        return new RegionResolution(RegionOutcome.Anonymised, reference, []);
    }

    private static bool IsWhole(Reading reading) =>
        reading.Rest.Length == 0 || (reading.Region.Level is not RegionLevel.Nation && MentionText.IsRegionLike(reading.Rest));

    /// <summary>Nothing registered: the readings that stop in the middle (常州大学) are still shown as candidates.</summary>
    private RegionResolution Unknown(string text, IReadOnlyCollection<Reading> readings)
    {
        var level = MentionText.IsRegionLike(text) ? MentionText.LevelOf(text) : null;
        return new RegionResolution(
            RegionOutcome.Unknown,
            new RegionReference(null, text, level, [], text, Anonymised: false),
            [.. readings.DistinctBy(reading => reading.Region.Code).Select(reading => new RegionCandidate(ReferTo(reading.Region), reading.Kind, ByHint: false))]);
    }

    private RegionReference Refer(Reading reading) => new(
        reading.Region,
        catalog.FullNameOf(reading.Region) + reading.Rest,
        reading.Rest.Length == 0 ? reading.Region.Level : MentionText.LevelOf(reading.Rest),
        catalog.AncestorsOf(reading.Region),
        reading.Rest,
        Anonymised: false);

    /// <summary>One reading of the whole mention: the deepest region named, what is left over, and the weakest kind of name used.</summary>
    private sealed record Reading(Region Region, string Rest, NameKind Kind);
}
