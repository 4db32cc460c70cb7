using Fazhi.Catalogues.Themes;
using Fazhi.Plans.Storage;
using Fazhi.Plans.V1;
using Google.Protobuf.WellKnownTypes;
using Contract = Fazhi.Plans.V1;
using ThemeCatalogue = Fazhi.Catalogues.Themes.ThemeCatalogue;

namespace Fazhi.Plans.Themes;

/// <summary>Theme catalogues, from the words of <c>Fazhi.Catalogues</c> to those of the contract.</summary>
internal static class ThemeMapping
{
    /// <summary>The catalogue as it is listed.</summary>
    public static Contract.ThemeCatalogue ToListed(this ThemeCatalogue catalogue, LoadedCatalogue? loaded) => new()
    {
        Name = PlanNames.ThemeCatalogue.Format(catalogue.Id),
        DisplayName = catalogue.Name,
        StartYear = catalogue.StartYear,
        EndYear = catalogue.EndYear,
        Edition = catalogue.Version.ToString(),
        ThemeCount = catalogue.Themes.Length,
        BuiltIn = loaded is null,
        UpdateTime = loaded is null ? null : Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(loaded.Time)),
    };

    /// <summary>The catalogue with its themes.</summary>
    public static Contract.ThemeCatalogue ToContract(this ThemeCatalogue catalogue, LoadedCatalogue? loaded)
    {
        var full = catalogue.ToListed(loaded);
        full.Groups.AddRange(catalogue.Groups.Select(group => new Contract.ThemeGroup { Id = group.Id, DisplayName = group.Name }));
        full.Themes.AddRange(catalogue.Themes.Select(theme => new Contract.Theme
        {
            Id = theme.Id,
            Number = theme.Number,
            DisplayName = theme.Name,
            Description = theme.Description,
            Group = theme.Group,
        }));
        return full;
    }

    public static CrosswalkEntry ToContract(this ThemeLink link) => new()
    {
        From = link.From,
        To = link.To,
        Relation = link.Relation switch
        {
            ThemeRelation.Same => CrosswalkEntry.Types.Relation.Same,
            ThemeRelation.Broader => CrosswalkEntry.Types.Relation.Broader,
            ThemeRelation.Narrower => CrosswalkEntry.Types.Relation.Narrower,
            ThemeRelation.Related => CrosswalkEntry.Types.Relation.Related,
            _ => throw new ArgumentOutOfRangeException(nameof(link), link.Relation, null),
        },
    };
}
