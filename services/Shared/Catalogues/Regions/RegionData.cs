using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;

namespace Fazhi.Catalogues.Regions;

/// <summary>The region tables that come with the library; Data/README.md says where they are from.</summary>
public static class RegionData
{
    /// <summary>The edition of the tables: raised when they change, so that a store knows that it is behind.</summary>
    public const string Edition = "GB/T 2260 2024 v2";

    /// <summary>Reads all regions of the edition, in the order of their codes, parents before children.</summary>
    public static ImmutableArray<Region> Load()
    {
        var former = Rows("regions-former.csv").ToLookup(row => row[0]);
        var aliases = Rows("regions-aliases.csv").ToLookup(row => row[0], row => row[1]);
        return
        [
            .. Rows("regions.csv").Select(row => new Region(RegionCode.Parse(row[0]), row[1], row[3].Length == 0 ? null : RegionCode.Parse(row[3]))
            {
                ShortNames = [.. RegionNames.ShortNamesOf(row[1]), .. aliases[row[0]]],
                Former = [.. former[row[0]].Select(old => new FormerRegion(old[2] == row[0] ? null : RegionCode.Parse(old[2]), old[1], old[4].Length == 0 ? null : int.Parse(old[4], CultureInfo.InvariantCulture)))],
            }),
        ];
    }

    private static IEnumerable<string[]> Rows(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Regions." + file)
            ?? throw new InvalidOperationException($"The resource {file} is missing.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split(',');
        }
    }
}
