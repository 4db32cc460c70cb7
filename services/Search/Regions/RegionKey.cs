using Fazhi.Units.V1;

namespace Fazhi.Search.Regions;

/// <summary>
/// What the index calls a region: its code (430400), or, for a place that has no code itself, the code of the region that it lies in and its
/// name (440203/西联镇).
/// </summary>
internal static class RegionKey
{
    private const char Separator = '/';

    /// <summary>The keys from the outermost region to the one that a document is of; none when its region is not known.</summary>
    public static IReadOnlyList<string> PathOf(RegionRef? region)
    {
        if (region is null || region.Code.Length == 0)
            return [];
        string[] registered = [.. region.AncestorCodes, region.Code];
        return region.UnregisteredName.Length == 0
            ? registered
            : [.. registered, $"{region.Code}{Separator}{region.UnregisteredName}"];
    }

    /// <summary>The code of a region, or of the one that a place without a code lies in.</summary>
    public static string CodeOf(string key) => key.Split(Separator, 2)[0];

    /// <summary>The name of a place without a code; empty when the key is a code.</summary>
    public static string PlaceOf(string key) => key.Split(Separator, 2) is [_, var place] ? place : "";
}
