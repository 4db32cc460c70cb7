using System.Buffers;
using System.Collections.Frozen;

namespace Fazhi.Documents.Values;

/// <summary>The words before and after a figure that say how it is meant.</summary>
internal static class ComparatorWords
{
    // Of several that end at the same place, the longest counts.
    private static readonly (string Word, Comparator Meaning)[] Before =
    [
        ("不少于", Comparator.AtLeast), ("不低于", Comparator.AtLeast), ("不得少于", Comparator.AtLeast), ("不得低于", Comparator.AtLeast), ("不能少于", Comparator.AtLeast), ("不能低于", Comparator.AtLeast),
        ("不应少于", Comparator.AtLeast), ("不应低于", Comparator.AtLeast), ("不小于", Comparator.AtLeast), ("不下于", Comparator.AtLeast), ("不短于", Comparator.AtLeast), ("至少", Comparator.AtLeast), ("最少", Comparator.AtLeast),
        ("起码", Comparator.AtLeast), ("大于等于", Comparator.AtLeast), ("大于或等于", Comparator.AtLeast), ("高于或等于", Comparator.AtLeast), ("≥", Comparator.AtLeast),
        ("不超过", Comparator.AtMost), ("不得超过", Comparator.AtMost), ("不能超过", Comparator.AtMost), ("不应超过", Comparator.AtMost), ("不高于", Comparator.AtMost), ("不得高于", Comparator.AtMost), ("不能高于", Comparator.AtMost),
        ("不多于", Comparator.AtMost), ("不得多于", Comparator.AtMost), ("不大于", Comparator.AtMost), ("不长于", Comparator.AtMost), ("不晚于", Comparator.AtMost), ("至多", Comparator.AtMost), ("最多", Comparator.AtMost), ("最长", Comparator.AtMost),
        ("控制在", Comparator.AtMost), ("小于等于", Comparator.AtMost), ("小于或等于", Comparator.AtMost), ("低于或等于", Comparator.AtMost), ("≤", Comparator.AtMost),
        ("超过", Comparator.MoreThan), ("超过了", Comparator.MoreThan), ("突破", Comparator.MoreThan), ("突破了", Comparator.MoreThan), ("高于", Comparator.MoreThan), ("多于", Comparator.MoreThan), ("大于", Comparator.MoreThan),
        ("超出", Comparator.MoreThan), ("超", Comparator.MoreThan), ("逾", Comparator.MoreThan), ("过", Comparator.MoreThan), ("上", Comparator.MoreThan), (">", Comparator.MoreThan),
        ("低于", Comparator.LessThan), ("不足", Comparator.LessThan), ("不到", Comparator.LessThan), ("少于", Comparator.LessThan), ("小于", Comparator.LessThan), ("不满", Comparator.LessThan), ("未满", Comparator.LessThan), ("<", Comparator.LessThan),
        ("约", Comparator.About), ("大约", Comparator.About), ("约为", Comparator.About), ("约占", Comparator.About), ("近", Comparator.About), ("将近", Comparator.About), ("接近", Comparator.About),
        ("达到", Comparator.Equal), ("达到了", Comparator.Equal), ("均达", Comparator.Equal), ("均达到", Comparator.Equal), ("达", Comparator.Equal), ("达标率", Comparator.Equal), ("保持在", Comparator.Equal), ("保持", Comparator.Equal), ("稳定在", Comparator.Equal),
        ("提高到", Comparator.Equal), ("提升到", Comparator.Equal), ("提高至", Comparator.Equal), ("提升至", Comparator.Equal), ("压缩至", Comparator.Equal), ("压缩到", Comparator.Equal), ("压减至", Comparator.Equal), ("缩短至", Comparator.Equal), ("缩短到", Comparator.Equal),
        ("降至", Comparator.Equal), ("降低到", Comparator.Equal), ("=", Comparator.Equal),
    ];

    private static readonly FrozenDictionary<char, (string Word, Comparator Meaning)[]> BeforeByEnd =
        Before.GroupBy(w => w.Word[^1]).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    private static readonly (string Word, Comparator Meaning)[] After =
    [
        ("以上", Comparator.AtLeast), ("及以上", Comparator.AtLeast), ("(含)以上", Comparator.AtLeast), ("或以上", Comparator.AtLeast), ("以下", Comparator.AtMost), ("及以下", Comparator.AtMost),
        ("以内", Comparator.AtMost), ("之内", Comparator.AtMost), ("内", Comparator.AtMost), ("左右", Comparator.About), ("上下", Comparator.About), ("余", Comparator.MoreThan), ("多", Comparator.MoreThan),
    ];

    private static readonly (string Word, Comparator Meaning)[] Adverbs = [("至少", Comparator.AtLeast), ("最少", Comparator.AtLeast), ("不少于", Comparator.AtLeast), ("至多", Comparator.AtMost), ("最多", Comparator.AtMost)];

    private static readonly SearchValues<char> Stops = SearchValues.Create(",。;、:0123456789");
    private const string AfterStarts = "以及(或之内左上余多";
    private const int AdverbWindow = 10;
    private const int WholeWindow = 24;
    private const string Insides = "设部容外地资涵在控科饰贸";

    /// <summary>The comparing words that end at <paramref name="at"/>; false when there are none.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="at">Where the figure begins.</param>
    /// <param name="bare">True where the figure is 百 or 千 alone, which 上 and 过 may stand before.</param>
    /// <param name="start">Where the words begin.</param>
    /// <param name="meaning">What they say.</param>
    public static bool TryReadBefore(ReadOnlySpan<char> text, int at, bool bare, out int start, out Comparator meaning)
    {
        var end = at;
        while (end > 0 && text[end - 1] == ' ')
            end--;
        (start, meaning) = (at, Comparator.Equal);
        var length = 0;
        if (end == 0 || !BeforeByEnd.TryGetValue(text[end - 1], out var words))
            return false;
        var before = text[..end];
        foreach (var (word, says) in words)
        {
            if (word.Length <= length || !before.EndsWith(word, StringComparison.Ordinal) || (word.Length == 1 && !StandsAlone(before, word[0], bare)))
                continue;
            length = word.Length;
            (start, meaning) = (end - length, says);
        }

        return length > 0;
    }

    /// <summary>The adverb a few words before the figure, in its clause: 至少开展1次; false when there is none.</summary>
    public static bool TryReadAbove(ReadOnlySpan<char> text, int at, out int start, out Comparator meaning)
    {
        (start, meaning) = (-1, Comparator.Equal);
        if (at > 0 && text[at - 1] == '的')
            return TryReadBeforeWhole(text, at, out start, out meaning);
        var lower = Math.Max(0, at - AdverbWindow);
        var window = text[lower..at];
        if (window.IndexOfAny('少', '多') < 0)
            return false;
        foreach (var (word, says) in Adverbs)
        {
            var found = window.LastIndexOf(word.AsSpan());
            if (found < 0 || window[found..].ContainsAny(Stops))
                continue;
            (start, meaning) = (lower + found, says);
            return true;
        }

        return false;
    }

    /// <summary>不低于执法人员总数的5%: the whole stands between.</summary>
    private static bool TryReadBeforeWhole(ReadOnlySpan<char> text, int at, out int start, out Comparator meaning)
    {
        (start, meaning) = (-1, Comparator.Equal);
        var lower = Math.Max(0, at - WholeWindow);
        for (var end = at - 2; end > lower && !Stops.Contains(text[end - 1]); end--)
        {
            if (text[end - 1] is '于' or '过' or '少' && TryReadBefore(text, end, false, out start, out meaning) && start < end - 1)
                return true;
        }

        return false;
    }

    /// <summary>The comparing words that begin at <paramref name="at"/>; false when there are none.</summary>
    public static bool TryReadAfter(ReadOnlySpan<char> text, int at, out int end, out Comparator meaning)
    {
        (end, meaning) = (at, Comparator.Equal);
        if (at >= text.Length || !AfterStarts.Contains(text[at]))
            return false;
        var after = text[at..];
        foreach (var (word, says) in After)
        {
            if (!after.StartsWith(word, StringComparison.Ordinal))
                continue;
            // 3个内设机构, 5项多元化举措
            var next = word.Length < after.Length ? after[word.Length] : '\0';
            if ((word == "内" && Insides.Contains(next)) || (word == "多" && next is '元' or '部' or '方' or '种' or '次' or '个' or '层' or '头') || (word == "余" && next is '额' or '下'))
                return false;
            (end, meaning) = (at + word.Length, says);
            return true;
        }

        return false;
    }

    // 节约3万元, 最近3次, 经过2轮, 赶超5家: parts of other words.
    private static bool StandsAlone(ReadOnlySpan<char> before, char word, bool bare)
    {
        var previous = before.Length > 1 ? before[^2] : '\0';
        return word switch
        {
            '约' => !"节条违预合公履签契制特".Contains(previous),
            '近' => !"最附临邻就远".Contains(previous),
            '超' => !"赶高".Contains(previous),
            '达' => !"到传转表抵下".Contains(previous),
            '上' or '过' => bare,
            _ => true,
        };
    }
}
