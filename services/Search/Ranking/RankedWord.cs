using Fazhi.Search.Text;

namespace Fazhi.Search.Ranking;

/// <summary>A word of a query with the forms that may stand for it, in the form of <see cref="WordForm"/>.</summary>
/// <param name="Typed">As it was typed.</param>
/// <param name="Weight">How much it tells beside other words.</param>
/// <param name="Others">Other forms; of one with several parts all must be there.</param>
internal sealed record RankedWord(string Typed, double Weight, IReadOnlyList<IReadOnlyList<string>> Others)
{
    /// <summary>Where it begins in a text, from 0, in any form; -1 where it is not.</summary>
    /// <param name="text">Text in the form of <see cref="WordForm"/>.</param>
    /// <param name="original">It is there as it was typed.</param>
    public int In(string text, out bool original)
    {
        var at = text.IndexOf(Typed, StringComparison.Ordinal);
        original = at >= 0;
        for (var i = 0; at < 0 && i < Others.Count; i++)
            at = Others[i].All(part => text.Contains(part, StringComparison.Ordinal)) ? text.IndexOf(Others[i][0], StringComparison.Ordinal) : -1;
        return at;
    }

    /// <summary>How much of it is there, 0 to 1: all of it in any form, or a share of its pairs of characters.</summary>
    /// <param name="text">Text in the form of <see cref="WordForm"/>.</param>
    public double ShareIn(string text) => In(text, out _) >= 0 ? 1 : ShareOfPairsIn(text);

    /// <summary>The share of its pairs of characters that are there; 0 for a word of less than two pairs.</summary>
    /// <inheritdoc cref="ShareIn" path="/param"/>
    public double ShareOfPairsIn(string text)
    {
        var pairs = Typed.Length - 1;
        if (pairs < 2)
            return 0;
        var there = 0;
        for (var i = 0; i < pairs; i++)
            there += text.AsSpan().Contains(Typed.AsSpan(i, 2), StringComparison.Ordinal) ? 1 : 0;
        return there / (double)pairs;
    }

    /// <summary>The next place where it stands at or after one, as it was typed or in the first form that has one part; -1 where there is none.</summary>
    public int Next(string text, int from, bool original)
    {
        if (original)
            return text.IndexOf(Typed, from, StringComparison.Ordinal);
        foreach (var form in Others)
        {
            if (text.IndexOf(form[0], from, StringComparison.Ordinal) is >= 0 and var at)
                return at;
        }
        return -1;
    }
}
