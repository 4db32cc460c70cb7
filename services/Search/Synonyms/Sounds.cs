using System.Collections.Frozen;

namespace Fazhi.Search.Synonyms;

/// <summary>How characters sound: what is typed by sound is mistyped for what sounds alike (行政付议 for 行政复议).</summary>
internal static class Sounds
{
    private static readonly Lazy<FrozenDictionary<char, string>> Known = new(() => SynonymData.Sounds
        .SelectMany(group => group.Characters.Select(character => (character, group.Sound)))
        .ToFrozenDictionary(entry => entry.character, entry => entry.Sound));

    /// <summary>Whether two folded words of one length sound alike, but for tones. Characters that are not known sound like themselves alone.</summary>
    public static bool Alike(string one, string other) => one.Length == other.Length && one.Zip(other).All(pair => Alike(pair.First, pair.Second));

    private static bool Alike(char one, char other) => one == other || (Known.Value.TryGetValue(one, out var sound) && sound == Known.Value.GetValueOrDefault(other));
}
