using System.Collections.Immutable;
using Fazhi.Catalogues.Regions;

namespace Fazhi.Catalogues.Functions;

/// <summary>
/// Reads a mention of units as documents print it. Pure: the same catalogue, words and context always give the same answer, and nothing is guessed:
/// <list type="number">
/// <item>Tails (等部门按职责分工负责) and what stands in brackets are left out.</item>
/// <item>Words for many units (各, 有关, 县属…部门, 镇人民政府 in a county's plan) make a collective.</item>
/// <item>Otherwise the beginning is read as a region (望岫县, 县, another one by its form, or none) and the rest as a name of the catalogue, alone or with a part of that
/// unit behind it (交警大队); or as a department merged of several (农业农村和水利局): its function is that of the first.</item>
/// <item>What only has the form of an organisation is single with no function, with similar known names as suggestions. All else is unresolved.</item>
/// </list>
/// </summary>
public sealed class MentionReader(FunctionCatalog catalog)
{
    /// <summary>Longer mentions name no unit: they are sentences.</summary>
    public const int LongestMention = 100;

    private static readonly Lazy<MentionReader> _builtIn = new(() => new MentionReader(FunctionCatalog.BuiltIn));
    private static readonly string[] _mergedEnds = ["局", "厅", "委员会", "委", "管理局", "服务局", "发展局", "事务局", "监督管理局", "监管局", "行政管理局", "管理委员会", "办公室", "办"];
    private static readonly string[] _departmentEnds = ["部门", "行政部门", "主管部门", "行政主管部门", "管理部门", "机关", "行政机关", "行政管理部门", "机构"];
    private static readonly FunctionName _plainName = new(new Function("", "", UnitKind.Unspecified)
    {
        Names = [],
        Variants = [],
        Abbreviations = [],
        Stems = [],
        Form = "{R}{N}",
        Enforcement = false,
        Lineage = [],
    }, NameForm.Variant, "", 0, NeedsPrefix: false);

    /// <summary>The reader of <see cref="FunctionCatalog.BuiltIn"/>.</summary>
    public static MentionReader BuiltIn => _builtIn.Value;

    /// <summary>Reads one mention.</summary>
    /// <param name="text">The words as printed: 县委编办, 县属相关部门, 县人民法院等部门按职责分工负责.</param>
    /// <param name="context">The region of the document.</param>
    public UnitReading Read(string text, MentionContext context)
    {
        if (text.Length > LongestMention)
            return Unresolved(text.Trim());
        var folded = Fold.Text(text);
        var (start, length) = MentionTail.Strip(folded);
        var printed = text.Substring(start, length);
        var (core, inBrackets) = MentionWords.Split(folded.AsSpan(start, length));
        if (core.Length < 2)
            return Unresolved(printed);
        core = MentionWords.OfOwnLevel(core, inBrackets, context);
        return Collective(core, inBrackets, printed, context)
            ?? Headed(core, printed, context)
            ?? Named(core, printed, context)
            ?? Merged(core, printed, context)
            ?? Region(core, printed, context)
            ?? Unknown(core, printed, context);
    }

    private UnitReading? Collective(string core, string inBrackets, string printed, MentionContext context)
    {
        var ofTownship = context.Regions is [{ Level: RegionLevel.Township }, ..];
        var kind = Collectives.Read(core, inBrackets, ofTownship);
        if (kind is CollectiveKind.None)
            return null;
        var function = kind is CollectiveKind.Sections or CollectiveKind.Members ? null : OfOneFunction(core);
        var word = LevelWords.All.FirstOrDefault(level => core.StartsWith(level, StringComparison.Ordinal) || (core[0] is '全' or '本' or '我' or '各' && core.AsSpan(1).StartsWith(level, StringComparison.Ordinal) && core.AsSpan(1 + level.Length).IndexOfAny("级直属") == 0));
        return new UnitReading
        {
            Text = printed,
            Kind = UnitMentionKind.Collective,
            Collective = function is null ? kind : CollectiveKind.OneFunction,
            Function = function?.Id ?? (kind is CollectiveKind.Townships ? FunctionIds.TownshipGovernment : ""),
            Region = (word is null ? null : context.Regions.FirstOrDefault(region => LevelWords.Match(word, region.Name))) ?? context.Regions.FirstOrDefault(),
        };
    }

    /// <summary>司法所 of 各司法所: the units of one function, unless that is the governments themselves.</summary>
    private Function? OfOneFunction(string core)
    {
        for (var at = 1; at < core.Length - 1; at++)
        {
            if (catalog.Names.TryMatch(core, at, out var length, out var name) && at + length == core.Length && !name.NeedsPrefix)
            {
                return name.Function.Id is FunctionIds.PeoplesGovernment or FunctionIds.TownshipGovernment or FunctionIds.PartyCommittee or FunctionIds.DevelopmentZone or FunctionIds.VillageCommittee
                    ? null
                    : name.Function;
            }
        }

        return null;
    }

    /// <summary>国家税务总局望岫县税务局, 政协望岫县委员会: the name stands around the region.</summary>
    private UnitReading? Headed(string core, string printed, MentionContext context)
    {
        foreach (var (head, function) in catalog.Heads)
        {
            if (!core.StartsWith(head, StringComparison.Ordinal) || core.Length < head.Length + 3)
                continue;
            var rest = core[head.Length..];
            foreach (var prefix in RegionPrefix.Read(rest, context).Where(prefix => prefix.Length > 0 && prefix.Length < rest.Length))
            {
                var name = rest[prefix.Length..];
                var part = name.StartsWith("委员会", StringComparison.Ordinal) ? name[3..] : "";
                if (name is "委" or "委员会" || OrganisationWords.IsPart(part) || function.Names.Any(names => names.Contains(name)))
                    return Single(new FunctionName(function, NameForm.Abbreviation, "", 0, NeedsPrefix: true), name, prefix, part, core, printed, context);
                if (catalog.Names.TryMatch(rest, prefix.Length, out var length, out var known) && known.Function == function && prefix.Length + length == rest.Length)
                    return Single(known, name, prefix, "", core, printed, context);
            }
        }

        return null;
    }

    private UnitReading? Named(string core, string printed, MentionContext context)
    {
        UnitReading? withPart = null;
        foreach (var prefix in RegionPrefix.Read(core, context))
        {
            if (prefix.Length == core.Length || !catalog.Names.TryMatch(core, prefix.Length, out var length, out var name) || (name.NeedsPrefix && prefix.Length == 0))
                continue;
            var part = core[(prefix.Length + length)..];
            if (part.Length == 0)
                return OnlyBelow(name, core, prefix, printed, context) ?? Single(name, core[prefix.Length..], prefix, "", core, printed, context);
            // 县政府服务管理局 is no part of the government: more likely it is misprinted.
            if (withPart is null && !name.NeedsPrefix && name.Function.Id is not (FunctionIds.PeoplesGovernment or FunctionIds.PartyCommittee) && OrganisationWords.IsPart(part))
                withPart = Single(name, core.Substring(prefix.Length, length), prefix, part, core, printed, context);
        }

        return withPart;
    }

    /// <summary>司法所 in the plan of a county: there is one in each town. 党政办公室 and 市场监管分局 may be those of a zone: one unit.</summary>
    private static UnitReading? OnlyBelow(FunctionName name, string core, RegionPrefix prefix, string printed, MentionContext context) =>
        prefix.Length == 0 && !OrganisationWords.IsOffice(core) && name.Levels == 1 << (int)RegionLevel.Township && context.Regions is [{ Level: not RegionLevel.Township } own, ..]
            ? new UnitReading { Text = printed, Kind = UnitMentionKind.Collective, Collective = CollectiveKind.OneFunction, Function = name.Function.Id, Region = own }
            : null;

    /// <summary>农业农村和水利局, 市场监管部门: names made of the words for functions.</summary>
    private UnitReading? Merged(string core, string printed, MentionContext context)
    {
        foreach (var prefix in RegionPrefix.Read(core, context))
        {
            if (OfStems(core, prefix.Length, out var end) is not { } function)
                continue;
            var rest = core[end..];
            if (_mergedEnds.Contains(rest))
                return Single(new FunctionName(function, NameForm.Variant, core[prefix.Length..], 0, NeedsPrefix: false), core[prefix.Length..], prefix, "", core, printed, context);
            if (_departmentEnds.Contains(rest))
                return Single(new FunctionName(function, NameForm.Abbreviation, "", 0, NeedsPrefix: false), core[prefix.Length..], prefix, "", core, printed, context);
        }

        return null;
    }

    /// <summary>Reads stems joined by 和 or nothing; answers the function of the first, null where there is none.</summary>
    private Function? OfStems(string core, int start, out int end)
    {
        Function? first = null;
        end = start;
        while (end < core.Length)
        {
            var at = first is not null && core[end] is '和' or '与' or '及' ? end + 1 : end;
            if (at >= core.Length || !catalog.Stems.TryMatch(core, at, out var length, out var function))
                break;
            first ??= function;
            end = at + length;
        }

        return first;
    }

    /// <summary>石渡镇, 雁北街道办, 云汀县: a region that stands for its government.</summary>
    private UnitReading? Region(string core, string printed, MentionContext context)
    {
        var name = core.EndsWith("街道办", StringComparison.Ordinal) ? core[..^1] : core;
        if (!RegionPrefix.IsRegion(name) || name.Length < 3)
            return null;
        var isTown = name[^1] is '镇' or '乡' or '道' or '木';
        var function = catalog.Find(isTown ? FunctionIds.TownshipGovernment : FunctionIds.PeoplesGovernment);
        if (function is null)
            return null;
        var prefix = RegionPrefix.Read(name + "#", context).First(prefix => prefix.Length == name.Length);
        var own = name.EndsWith("街道", StringComparison.Ordinal) ? "办事处" : "人民政府";
        return Single(new FunctionName(function, NameForm.Variant, own, 0, NeedsPrefix: true), own, prefix, "", name + own, printed, context);
    }

    private UnitReading Unknown(string core, string printed, MentionContext context)
    {
        var suggestions = Suggest(core, context);
        if (!OrganisationWords.IsOne(core))
            return Unresolved(printed) with { Suggestions = suggestions };
        var prefix = RegionPrefix.Read(core, context).First(prefix => prefix.Length == 0 || core.Length > prefix.Length + 1);
        return Single(_plainName with { Full = core[prefix.Length..] }, core[prefix.Length..], prefix, "", core, printed, context) with { Suggestions = suggestions };
    }

    private ImmutableArray<NameSuggestion> Suggest(string core, MentionContext context)
    {
        var found = new List<NameSuggestion>();
        foreach (var prefix in RegionPrefix.Read(core, context).Where(prefix => prefix.Other.Length == 0))
        {
            foreach (var (known, score) in Misprints.Find(catalog.Full, core[prefix.Length..]))
            {
                if (!catalog.Names.TryMatch(known, 0, out _, out var name))
                    continue;
                var reading = Single(name, known, prefix, "", core[..prefix.Length] + known, known, context);
                found.Add(new NameSuggestion(reading.Unit, name.Function.Id, score));
            }
        }

        return [.. found.DistinctBy(suggestion => suggestion.Unit).OrderByDescending(suggestion => suggestion.Score).Take(3)];
    }

    private UnitReading Single(FunctionName name, string words, RegionPrefix prefix, string part, string core, string printed, MentionContext context)
    {
        var region = RegionOf(name, prefix, context);
        var place = region ?? (prefix.Other.Length > 0 ? MentionContext.Of([prefix.Other]).Regions.FirstOrDefault() : null);
        var ofNation = name.Levels == 1 << (int)RegionLevel.Nation;
        var unit = place is null || ofNation ? core : UnitNames.Compose(name, words, place, Above(place, context)) + UnitNames.Part(name.Function, part);
        var isTown = place?.Level is RegionLevel.Township || prefix.Word is "镇" or "乡" or "街道";
        return new UnitReading
        {
            Text = printed,
            Kind = UnitMentionKind.Single,
            Unit = unit,
            Function = name.Function.Id == FunctionIds.PeoplesGovernment && isTown ? FunctionIds.TownshipGovernment : name.Function.Id,
            UsualName = name.Form is NameForm.Usual or NameForm.Branch || (name.Form is NameForm.Abbreviation && name.Full.Length == 0),
            Part = part,
            Region = ofNation ? null : region,
            OtherRegion = prefix.Other,
        };
    }

    /// <summary>县 is the nearest region of that kind, one where the name is usual before others; a name without a region is of the nearest one where it is usual.</summary>
    private static ContextRegion? RegionOf(FunctionName name, RegionPrefix prefix, MentionContext context)
    {
        if (prefix.Region is not null || prefix.Other.Length > 0)
            return prefix.Region;
        ContextRegion? first = null;
        foreach (var region in context.Regions)
        {
            if (prefix.Word.Length > 0 && !LevelWords.Match(prefix.Word, region.Name))
                continue;
            if (name.Fits(region.Level))
                return region;
            first ??= region;
        }

        return first;
    }

    private static ContextRegion? Above(ContextRegion region, MentionContext context)
    {
        var at = context.Regions.IndexOf(region);
        return at < 0 || region.Level is not RegionLevel.County ? null : context.Regions.Skip(at + 1).FirstOrDefault();
    }

    private static UnitReading Unresolved(string printed) => new() { Text = printed, Kind = UnitMentionKind.Unresolved };
}
