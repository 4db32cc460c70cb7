using Fazhi.Catalogues.Regions;
using Fazhi.Hosting;
using Fazhi.Units.Registry;
using Fazhi.Units.Storage;
using Google.Protobuf.WellKnownTypes;

namespace Fazhi.Units;

/// <summary>Regions between the contract and the domain.</summary>
internal static class RegionMessages
{
    private const int MostCandidateCodes = 10;

    public static readonly string[] Changeable = ["display_name", "short_names", "former"];

    public static V1.Region ToMessage(StoredRegion stored)
    {
        var region = stored.Region;
        return new V1.Region
        {
            Name = RegionStore.NameOf(region.Code),
            Code = region.Code.Value,
            DisplayName = region.Name,
            FullName = RegionNames.FullName([.. stored.Ancestors, region]),
            Level = ToMessage(region.Level),
            ParentCode = region.Parent?.Value ?? "",
            AncestorCodes = { stored.Ancestors.Select(above => above.Code.Value) },
            ShortNames = { region.ShortNames },
            Former = { region.Former.Select(old => new V1.FormerRegion { Code = old.Code?.Value ?? "", DisplayName = old.Name, UntilYear = old.UntilYear ?? 0 }) },
            Source = stored.Source,
            UpdateTime = Timestamp.FromDateTimeOffset(stored.UpdateTime),
            Etag = RegionStore.EtagOf(stored),
        };
    }

    public static V1.RegionRef ToMessage(RegionResolution resolution, string mention)
    {
        var message = new V1.RegionRef { Mention = mention, Ambiguous = resolution.Outcome is RegionOutcome.Ambiguous };
        if (resolution.Reference is not { } reference)
        {
            message.DisplayName = message.FullName = mention;
            message.CandidateCodes.Add(resolution.Candidates.Take(MostCandidateCodes).Select(candidate => candidate.Reference.Region!.Code.Value));
            return message;
        }

        message.Code = reference.Region?.Code.Value ?? "";
        message.DisplayName = reference.Name;
        message.FullName = reference.FullName;
        message.Level = reference.Level is { } level ? ToMessage(level) : V1.RegionLevel.Unspecified;
        message.AncestorCodes.Add(reference.Ancestors.Select(above => above.Code.Value));
        message.UnregisteredName = reference.Region is null ? "" : reference.UnregisteredName;
        message.Anonymised = reference.Anonymised;
        return message;
    }

    public static RegionDraft ToDraft(V1.Region region) =>
        new(region.DisplayName, region.ShortNames, [.. region.Former.Select(old => new RegionDraft.FormerDraft(old.Code, old.DisplayName, old.UntilYear))]);

    /// <summary>An entry of an import, its fields named by their place in the list.</summary>
    public static RegionImport ToImported(V1.Region region, int at)
    {
        var code = Code($"regions[{at}].code", region.Code);
        return new RegionImport(at, code, OptionalCode($"regions[{at}].parent_code", region.ParentCode), ToDraft(region));
    }

    /// <summary>The region with the named fields taken from the request.</summary>
    public static Region Change(Region current, V1.Region given, IReadOnlySet<string> fields)
    {
        var requested = ToDraft(given);
        return new RegionDraft(
            fields.Contains("display_name") ? requested.Name : current.Name,
            fields.Contains("short_names") ? requested.ShortNames : current.ShortNames,
            fields.Contains("former") ? requested.Former : [.. current.Former.Select(old => new RegionDraft.FormerDraft(old.Code?.Value ?? "", old.Name, old.UntilYear ?? 0))])
            .Check(current.Code, current.Parent);
    }

    /// <summary>The code in a field of a request.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: it is none.</exception>
    public static RegionCode Code(string field, string text) => RegionCode.TryParse(text, out var code)
        ? code
        : throw FazhiException.InvalidArgument(field, text.Length == 0 ? "不能为空，应为 6 位或 9 位区划代码" : "应为 6 位（GB/T 2260）或 9 位（乡级）区划代码");

    /// <summary>The code in a field that may be empty.</summary>
    public static RegionCode? OptionalCode(string field, string text) => text.Length == 0 ? null : Code(field, text);

    /// <summary>The level asked for; null when none is.</summary>
    public static RegionLevel? Level(V1.RegionLevel level) => level switch
    {
        V1.RegionLevel.Unspecified => null,
        >= V1.RegionLevel.Nation and <= V1.RegionLevel.Township => (RegionLevel)(level - V1.RegionLevel.Nation),
        _ => throw FazhiException.InvalidArgument("level", $"没有编号为 {(int)level} 的级别"),
    };

    public static V1.RegionLevel ToMessage(RegionLevel level) => V1.RegionLevel.Nation + (int)level;
}
