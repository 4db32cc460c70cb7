using System.Collections.Immutable;
using Fazhi.Catalogues.Functions;
using Fazhi.Catalogues.Regions;

namespace Fazhi.Units.Mentions;

/// <summary>
/// Says which registered units a mention means. Pure. In its region a unit is found by its full name, the words as printed, or a former name; failing that, by its
/// function, where the mention uses that function's usual name and one unit has it. What is only likely is a suggestion.
/// </summary>
internal sealed class MentionResolver(MentionReader reader, RegionCatalog regions, MentionContext context, UnitDirectory directory)
{
    private const int MostSuggestions = 3;

    // One unit has the function, but the mention calls it by another official name: 建设局 where 住房和城乡建设局 is registered.
    private const double SameFunction = 0.8;

    /// <summary>Resolves one mention.</summary>
    public ResolvedMention Resolve(string text)
    {
        var reading = reader.Read(text, context);
        var region = RegionOf(reading);
        return reading.Kind switch
        {
            UnitMentionKind.Collective => new ResolvedMention(reading, region, null, region is { } code ? directory.MembersOf(reading.Collective, code, reading.Function) : [], []),
            UnitMentionKind.Single when region is { } code => Single(reading, code),
            _ when ByName(reading) is { } named => named,
            _ => new ResolvedMention(reading, region, null, [], Suggest(reading, region)),
        };
    }

    private ResolvedMention Single(UnitReading reading, RegionCode region)
    {
        var found = directory.Find(region, reading.Unit, reading.Text) ?? (reading.UsualName && reading.Part.Length == 0 ? directory.OfFunction(region, reading.Function) : null);
        return new ResolvedMention(reading, region, found, [], found is null ? Suggest(reading, region) : []);
    }

    /// <summary>Words that say nothing by themselves can still be the name of a registered unit.</summary>
    private ResolvedMention? ByName(UnitReading reading)
    {
        foreach (var region in context.Regions)
        {
            if (region.Code is { } code && directory.Find(code, reading.Text) is { } unit)
                return new ResolvedMention(reading with { Kind = UnitMentionKind.Single, Unit = unit.Unit.Name, Function = unit.Unit.Function, Region = region }, code, unit, [], []);
        }

        return null;
    }

    private RegionCode? RegionOf(UnitReading reading)
    {
        if (reading.Region is { } own)
            return own.Code;
        if (reading.OtherRegion.Length == 0)
            return null;
        var hints = context.Regions.Where(region => region.Code is not null).Select(region => region.Code!.Value.Value);
        return new RegionResolver(regions).Resolve(reading.OtherRegion, hints) is { Outcome: RegionOutcome.Resolved, Reference: { UnregisteredName: "", Region: { } found } } ? found.Code : null;
    }

    private ImmutableArray<UnitSuggestion> Suggest(UnitReading reading, RegionCode? region)
    {
        var found = new List<UnitSuggestion>();
        foreach (var suggestion in reading.Suggestions)
        {
            var unit = region is { } code ? directory.Find(code, suggestion.Unit) ?? directory.OfFunction(code, suggestion.Function) : null;
            found.Add(new UnitSuggestion(unit, unit?.Unit.Name ?? suggestion.Unit, suggestion.Function, suggestion.Score));
        }

        if (region is { } own && reading.Unit.Length > 0)
        {
            var active = directory.ActiveIn(own).ToLookup(stored => stored.Unit.Name, StringComparer.Ordinal);
            found.AddRange(Misprints.Find([.. active.Select(group => group.Key)], reading.Unit)
                .Select(near => new UnitSuggestion(active[near.Name].First(), near.Name, active[near.Name].First().Unit.Function, near.Score)));
            if (reading.Part.Length == 0 && directory.OfFunction(own, reading.Function) is { } same)
                found.Add(new UnitSuggestion(same, same.Unit.Name, same.Unit.Function, SameFunction));
        }

        return [.. found.OrderByDescending(suggestion => suggestion.Unit is not null).ThenByDescending(suggestion => suggestion.Score).DistinctBy(suggestion => suggestion.Name).OrderByDescending(suggestion => suggestion.Score).Take(MostSuggestions)];
    }
}
