using System.Globalization;
using Fazhi.Units.V1;

namespace Fazhi.Testing;

/// <summary>
/// The regions of <see cref="SearchCorpus"/>: 38 cities and 456 counties of a province, with names composed of characters and codes that no region
/// has (99, cities 03 to 40, beside those of the written samples).
/// </summary>
public static class SearchCorpusRegions
{
    private const string Heads = "临澄望云青石柳清安永泰宁和兴嘉瑞松梅桂枫";
    private const string Tails = "澜湖岫汀砚渡溪川浦洲岭峪亭泉坪陵湾塘屏麓";
    private const string Province = "990000";

    /// <summary>Every region that a document of the corpus may be of.</summary>
    public static IReadOnlyList<RegionRef> All { get; } = [.. Cities()];

    private static IEnumerable<RegionRef> Cities()
    {
        for (var city = 3; city <= 40; city++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"99{city:00}00");
            var name = Name(city * 13) + "市";
            yield return Of(code, name, name, RegionLevel.Prefecture, Province);
            for (var county = 1; county <= 12; county++)
            {
                var own = Name((city * 13) + county) + (county <= 4 ? "区" : "县");
                var countyCode = string.Create(CultureInfo.InvariantCulture, $"99{city:00}{(county <= 4 ? county : county + 20):00}");
                yield return Of(countyCode, own, name + own, RegionLevel.County, Province, code);
            }
        }
    }

    // A step that is prime to the number of pairs gives each pair once.
    private static string Name(int index)
    {
        var pair = index * 173 % (Heads.Length * Tails.Length);
        return string.Concat(Heads[pair / Tails.Length].ToString(), Tails[pair % Tails.Length].ToString()) + (index >= Heads.Length * Tails.Length ? "新" : "");
    }

    private static RegionRef Of(string code, string name, string fullName, RegionLevel level, params string[] above) => new()
    {
        Code = code,
        DisplayName = name,
        FullName = fullName,
        Level = level,
        AncestorCodes = { above },
        Mention = fullName,
    };
}
