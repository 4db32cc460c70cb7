using System.Collections.Immutable;
using Fazhi.Catalogues.Functions;
using Fazhi.Catalogues.Regions;
using Fazhi.Catalogues.Themes;
using Fazhi.Documents;

namespace Fazhi.Cli.Parsing;

/// <summary>A document with what the catalogues say of its words.</summary>
/// <param name="Document">What was read.</param>
/// <param name="Region">The registered region that it is about; null where none is named or none is certain.</param>
/// <param name="Units">What each mention of a unit means, by its words.</param>
/// <param name="TaskThemes">The themes of each task, in the order of the tasks.</param>
internal sealed record UnderstoodDocument(
    ParsedDocument Document,
    RegionReference? Region,
    IReadOnlyDictionary<string, UnitReading> Units,
    ImmutableArray<ImmutableArray<ThemeMatch>> TaskThemes)
{
    /// <summary>The region's name: as printed where that is its full name, as registered where the document uses a short one.</summary>
    public string RegionName => (Document.Region, Region) switch
    {
        (null, _) => "",
        ({ } printed, null) => printed.Text,
        ({ } printed, { } registered) => printed.Text.EndsWith(registered.Name, StringComparison.Ordinal) ? printed.Text : registered.FullName,
    };
}
