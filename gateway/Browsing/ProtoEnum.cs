using System.Collections.Frozen;
using System.Reflection;
using Google.Protobuf.Reflection;

namespace Fazhi.Gateway.Browsing;

/// <summary>The values of a proto enum in addresses: REGION_LEVEL_COUNTY is "county". The value 0, "not stated", has no word.</summary>
internal static class ProtoEnum<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> ByName = Enum.GetValues<T>()
        .Where(value => Convert.ToInt32(value, null) != 0)
        .ToFrozenDictionary(OriginalName, StringComparer.OrdinalIgnoreCase);

    private static readonly string Prefix = OriginalName(default).Replace("UNSPECIFIED", "", StringComparison.Ordinal);

    /// <summary>The words of all values, in the order of their numbers.</summary>
    public static IReadOnlyList<(string Word, T Value)> All { get; } = [.. ByName.Values.Order().Select(value => (WordOf(value), value))];

    /// <summary>The word of a value; empty for "not stated".</summary>
    public static string WordOf(T value)
        => Convert.ToInt32(value, null) == 0 ? "" : OriginalName(value)[Prefix.Length..].ToLowerInvariant().Replace('_', '-');

    /// <summary>Reads a word or the enum name as the proto file has it.</summary>
    public static bool TryRead(string text, out T value)
        => ByName.TryGetValue(text, out value) || ByName.TryGetValue(Prefix + text.Replace('-', '_'), out value);

    private static string OriginalName(T value)
        => typeof(T).GetField(Enum.GetName(value)!)!.GetCustomAttribute<OriginalNameAttribute>()!.Name;
}
