using System.Collections.Immutable;
using Fazhi.Documents.Layout;

namespace Fazhi.Documents.Tasks;

/// <summary>
/// Splits the words after a role into single mentions and strips their tails; what a mention means is decided elsewhere.
/// A mention that says its own role (A牵头,B配合; A(牵头)、B) gets a line of that role.
/// </summary>
internal static class UnitSplitter
{
    // 及, 和 and 与 also stand inside names (文体广电和旅游局); before these words they join.
    private static readonly string[] JoinedStarts = ["各", "县属", "市属", "区属", "县级", "市级", "区级", "县直", "市直", "区直", "有关", "相关", "其他", "其它", "乡镇", "镇街", "街道", "驻"];
    private static readonly string[] Joints = ["以及", "会同", "及", "和", "与"];

    // After these endings a name is whole.
    private const string NameEnds = "局厅院办室委部处署所队站社团联会司心校馆府)";
    private const string SureNameEnds = "局厅院办室队司站";
    private const string RegionStarts = "省市区县州旗盟乡镇团师";

    /// <summary>The lines of one note's part: usually one; more where single mentions say another role.</summary>
    public static IEnumerable<UnitLine> Read(Page page, UnitNotePart part)
    {
        var role = part.Role!.Value;
        var mentions = Split(page.Folded, part.Words, role);
        for (var i = 0; i < mentions.Count;)
        {
            var next = i + 1;
            while (next < mentions.Count && mentions[next].Role == mentions[i].Role)
                next++;
            var units = mentions[i..next].Select(m => new PrintedText(page.Printed(m.Name), m.Name)).ToImmutableArray();
            var whole = TextRange.Between(mentions[i].Whole.Start, mentions[next - 1].Whole.End);
            var all = next - i == mentions.Count;
            yield return new(mentions[i].Role, page.Printed(all ? part.Words : whole), all ? part.Range : whole, units);
            i = next;
        }
    }

    /// <summary>The mentions of words that stand by themselves, whatever role they say.</summary>
    public static ImmutableArray<PrintedText> Split(string text, ReadOnlySpan<char> folded, TextRange words) =>
        [.. Split(folded, words, UnitRole.Responsible).Select(m => new PrintedText(m.Name.In(text), m.Name))];

    private static List<Mention> Split(ReadOnlySpan<char> folded, TextRange words, UnitRole role)
    {
        var mentions = new List<Mention>();
        var sharing = 0;
        int start = words.Start, depth = 0;
        for (var i = words.Start; i < words.End; i++)
        {
            depth += folded[i] switch { '(' or '[' => 1, ')' or ']' when depth > 0 => -1, _ => 0 };
            var joint = depth > 0 ? 0 : SeparatorAt(folded, start, i, words.End);
            if (joint == 0)
                continue;
            Add(mentions, folded, start, i, role, ref sharing);
            start = i + joint;
            i = start - 1;
        }

        Add(mentions, folded, start, words.End, role, ref sharing);
        return mentions;
    }

    /// <summary>The length of the separator at <paramref name="at"/>; 0 where there is none.</summary>
    private static int SeparatorAt(ReadOnlySpan<char> folded, int start, int at, int end)
    {
        var left = folded[start..at];
        var right = folded[(at + 1)..end];
        switch (folded[at])
        {
            case '、' or ',' or '/':
                return CollectiveWords.GoesOn(left, right) ? 0 : 1;
            case ';' or '。' or ':' or '\n' or '|':
                return 1;
            case ' ':
                return IsWhole(left, NameEnds) && BeginsName(right) ? 1 : 0;
            case '及' or '和' or '与' or '以' or '会':
                return JointAt(left, folded[at..end]);
            default:
                return 0;
        }
    }

    private static int JointAt(ReadOnlySpan<char> left, ReadOnlySpan<char> rest)
    {
        foreach (var joint in Joints)
        {
            if (!rest.StartsWith(joint, StringComparison.Ordinal) || rest.Length == joint.Length || left.IsEmpty)
                continue;
            var right = rest[joint.Length..];
            if (CollectiveWords.GoesOn(left, right))
                return 0;
            var apart = StartsWithAny(right, JoinedStarts)
                || (IsWhole(left, NameEnds) && (RegionStarts.Contains(right[0]) || joint is "以及" or "会同"))
                || IsWhole(left, SureNameEnds);
            return apart ? joint.Length : 0;
        }

        return 0;
    }

    private static bool IsWhole(ReadOnlySpan<char> name, string ends)
    {
        name = name.Trim(' ');
        return name.Length - name.Count(' ') >= 3 && (ends.Contains(name[^1]) || (ends == NameEnds && EndsInCollective(name)));
    }

    // 县 司 法 局: letters set apart, not units.
    private static bool BeginsName(ReadOnlySpan<char> words) => words.Length > 1 && words[0] is not ('(' or ')') && words[1] != ' ';

    private static bool EndsInCollective(ReadOnlySpan<char> name) =>
        name[^1] is '镇' or '乡' or '街' or '道' or '区' or '位' or '门' or '业' or '关' or '院' or '村';

    private static void Add(List<Mention> mentions, ReadOnlySpan<char> folded, int start, int end, UnitRole role, ref int sharing)
    {
        while (start < end && folded[start] is ' ' or '\n')
            start++;
        while (end > start && folded[end - 1] is ' ' or '\n')
            end--;
        var whole = TextRange.Between(start, end);
        if (end - start > 2 && folded[start] == '由')
            start++;
        var own = MentionTails.Strip(folded, start, ref end, out var forAll);
        if (end <= start)
        {
            // 县司法局、县财政局 按职责分工负责: the tail alone.
            if (own is not null && mentions.Count > 0)
                Share(mentions, sharing, own.Value);
            sharing = mentions.Count;
            return;
        }

        mentions.Add(new(TextRange.Between(start, end), whole, own ?? role));
        if (!forAll)
            return;
        if (own is not null)
            Share(mentions, sharing, own.Value);
        sharing = mentions.Count;
    }

    /// <summary>A、B牵头: the role goes for all since the last verb.</summary>
    private static void Share(List<Mention> mentions, int from, UnitRole role)
    {
        for (var i = from; i < mentions.Count; i++)
            mentions[i] = mentions[i] with { Role = role };
    }

    private static bool StartsWithAny(ReadOnlySpan<char> words, string[] any)
    {
        foreach (var word in any)
        {
            if (words.StartsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private readonly record struct Mention(TextRange Name, TextRange Whole, UnitRole Role);
}
