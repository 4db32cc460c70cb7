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
            Append(target, unit.Text, unit.Role);
            if (unit.DisplayName != unit.Text)
                Append(target, unit.DisplayName, unit.Role);
        }
        return target.ToString();
    }

    /// <summary>A phrase that finds a unit in one role alone.</summary>
    public static TokenPhrase InRole(TokenPhrase phrase, UnitRole role) =>
        phrase with { Values = [.. phrase.Values.Select(value => Mark(value, role))] };

    private static void Append(StringBuilder target, string name, UnitRole role)
    {
        if (name.Length == 0)
            return;
        var tokens = TokenText.Of(name);
        target.Append(tokens).Append(Gap);
        if (role == UnitRole.Unspecified)
            return;
        var number = ((int)role).ToString(CultureInfo.InvariantCulture);
        target.Append(number);
        foreach (var c in tokens)
        {
            target.Append(c);
            if (c == ' ')
                target.Append(number);
        }
        target.Append(Gap);
    }

    private static string Mark(string token, UnitRole role) => ((int)role).ToString(CultureInfo.InvariantCulture) + token;
}
