using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Fazhi.Catalogues.Regions;

namespace Fazhi.Catalogues.Functions;

/// <summary>The function catalogue that comes with the library; Data/README.md says its form and where it is from.</summary>
internal static class FunctionData
{
    private static readonly FrozenDictionary<string, UnitKind> _kinds = new Dictionary<string, UnitKind>(StringComparer.Ordinal)
    {
        ["government"] = UnitKind.Government,
        ["party"] = UnitKind.Party,
        ["township"] = UnitKind.Township,
        ["court"] = UnitKind.Court,
        ["procuratorate"] = UnitKind.Procuratorate,
        ["congress"] = UnitKind.PeoplesCongress,
        ["cppcc"] = UnitKind.Cppcc,
        ["mass"] = UnitKind.MassOrganisation,
        ["institution"] = UnitKind.EnterpriseOrInstitution,
        ["other"] = UnitKind.Unspecified,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads all functions, by id.</summary>
    public static ImmutableArray<Function> Load()
    {
        var lineage = Rows("lineage.csv").ToLookup(row => row[0], Step, StringComparer.Ordinal);
        return [.. Rows("functions.csv").Select(row => Read(row, [.. lineage[row[0]].OrderByDescending(step => step.Year)]))];
    }

    private static Function Read(string[] row, ImmutableArray<LineageStep> lineage) => new(row[0], row[1], _kinds[row[2]])
    {
        Names = [.. Enumerable.Range(0, (int)RegionLevel.Township + 1).Select(level => List(row[3 + level]))],
        Variants = List(row[8]),
        Abbreviations = [.. List(row[9]).Select(Abbreviation)],
        Stems = List(row[10]),
        Form = row[11],
        Enforcement = row[12] == "yes",
        Lineage = lineage,
    };

    private static LineageStep Step(string[] row) =>
        new(int.Parse(row[1], CultureInfo.InvariantCulture), Enum.Parse<LineageChange>(row[2], ignoreCase: true), row[3], List(row[4]), row[5]);

    private static (string Short, string Full) Abbreviation(string cell) => cell.IndexOf('=') is >= 0 and var at ? (cell[..at], cell[(at + 1)..]) : (cell, "");

    private static ImmutableArray<string> List(string cell) => [.. cell.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static IEnumerable<string[]> Rows(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Functions." + file)
            ?? throw new InvalidOperationException($"The resource Functions.{file} is missing.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            yield return line.Split(',');
    }
}
