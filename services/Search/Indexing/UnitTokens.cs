using System.Globalization;
using System.Text;
using Fazhi.Plans.V1;
using Fazhi.Search.Text;

namespace Fazhi.Search.Indexing;

/// <summary>
/// The names of a passage's units as tokens (see <see cref="TokenText"/>): as they are, and once more with the number of the role before each
/// (<c>1司法 1法局</c>), so that a unit can be looked for in any role or in one.
/// </summary>
internal static class UnitTokens
{
    // Between names, so that no phrase reaches from one into the next.
    private const string Gap = " . ";

    /// <summary>The tokens, with spaces between.</summary>
    public static string Of(IReadOnlyList<IndexedUnit> units)
    {
        var target = new StringBuilder();
        foreach (var unit in units)
        {
            foreach (var name in Names(unit))
            {
                var tokens = TokenText.Of(name);
                target.Append(tokens).Append(Gap);
                if (unit.Role != UnitRole.Unspecified)
                    target.AppendJoin(' ', tokens.Split(' ').Select(token => Mark(token, unit.Role))).Append(Gap);
            }
        }
        return target.ToString();
    }

    /// <summary>A phrase that finds a unit in one role alone.</summary>
    public static TokenPhrase InRole(TokenPhrase phrase, UnitRole role) =>
        phrase with { Values = [.. phrase.Values.Select(value => Mark(value, role))] };

    private static IEnumerable<string> Names(IndexedUnit unit) =>
        ((string[])[unit.Text, unit.DisplayName]).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal);

    private static string Mark(string token, UnitRole role) => ((int)role).ToString(CultureInfo.InvariantCulture) + token;
}
