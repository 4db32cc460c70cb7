using Fazhi.Catalogues.Functions;
using Fazhi.Catalogues.Regions;
using Fazhi.Units.Mentions;
using Fazhi.Units.Storage;
using Google.Protobuf.WellKnownTypes;

namespace Fazhi.Units;

/// <summary>Mentions, proposals and functions between the contract and the domain.</summary>
internal static class MentionMessages
{
    public static V1.UnitMention ToMessage(ResolvedMention resolved)
    {
        var (reading, unit) = (resolved.Reading, resolved.Unit);
        return new V1.UnitMention
        {
            Text = reading.Text,
            Kind = reading.Kind switch
            {
                UnitMentionKind.Single => V1.UnitMention.Types.Kind.Single,
                UnitMentionKind.Collective => V1.UnitMention.Types.Kind.Collective,
                _ => V1.UnitMention.Types.Kind.Unresolved,
            },
            Unit = unit is null ? "" : UnitStore.NameOf(unit.Id),
            Function = unit is { Unit.Function.Length: > 0 } ? unit.Unit.Function : reading.Function,
            Members = { resolved.Members.Select(member => UnitStore.NameOf(member.Id)) },
            Suggestions =
            {
                resolved.Suggestions.Select(suggestion => new V1.UnitSuggestion
                {
                    Unit = suggestion.Unit is null ? "" : UnitStore.NameOf(suggestion.Unit.Id),
                    Score = suggestion.Score,
                    DisplayName = suggestion.Name,
                    Function = suggestion.Function,
                }),
            },
            Collective = (V1.UnitMention.Types.Collective)reading.Collective,
            DisplayName = unit?.Unit.Name ?? reading.Unit,
            RegionCode = resolved.Region?.Value ?? "",
            Part = reading.Part,
        };
    }

    public static V1.UnitProposal ToMessage(StoredProposal stored) => new()
    {
        Name = ProposalStore.NameOf(stored.Id),
        RegionCode = stored.Proposal.Region.Value,
        DisplayName = stored.Proposal.Name,
        Texts = { stored.Texts },
        Function = stored.Proposal.Function,
        Kind = (V1.UnitKind)stored.Proposal.Kind,
        MentionCount = stored.MentionCount,
        Documents = { stored.Documents },
        CreateTime = Timestamp.FromDateTimeOffset(stored.CreateTime),
    };

    public static V1.Function ToMessage(Function function) => new()
    {
        Name = Names.Function.Format(function.Id),
        Id = function.Id,
        DisplayName = function.Name,
        Kind = (V1.UnitKind)function.Kind,
        LevelNames =
        {
            System.Enum.GetValues<RegionLevel>().SelectMany(level => function.Names[(int)level].Select(name => new V1.Function.Types.LevelName
            {
                Level = RegionMessages.ToMessage(level),
                DisplayName = name.TrimStart('~'),
            })),
        },
        Variants = { function.Variants.Select(name => name.TrimStart('~')) },
        Abbreviations = { function.Abbreviations.Select(name => name.Short.TrimStart('~')) },
        Enforcement = function.Enforcement,
        Lineage =
        {
            function.Lineage.Select(step => new V1.Function.Types.LineageStep
            {
                Year = step.Year,
                Change = V1.Function.Types.LineageStep.Types.Change.Created + (int)step.Change,
                FormerName = step.FormerName,
                FormerAbbreviations = { step.FormerAbbreviations },
                Note = step.Note,
            }),
        },
    };
}
