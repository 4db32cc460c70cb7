using Fazhi.Catalogues.Functions;

namespace Fazhi.Documents.Tasks;

/// <summary>Brackets that hold units and no more: …加强审计监督。(县审计局、县财政局).</summary>
internal static class BareUnits
{
    private const int ShortestUnit = 3;
    private const string NameEnds = "局厅院办室委部处所队站社团联会校馆门位区道镇乡街府关司业心";
    private const string Levels = "省市县区州旗盟镇乡街各";

    /// <summary>
    /// Whether the words are units: every one is read as one, and a sentence ends before the bracket. Without that stop, several of the level of the document
    /// (县…、县…) are meant to do what the words say, while a single one may only explain them.
    /// </summary>
    /// <param name="line">The folded line.</param>
    /// <param name="words">The words inside the bracket.</param>
    /// <param name="open">Where the bracket opens.</param>
    public static bool Are(ReadOnlySpan<char> line, TextRange words, int open)
    {
        if (words.Length < ShortestUnit || !NameEnds.Contains(line[words.End - 1]))
            return false;
        var before = line[..open].TrimEnd(' ');
        var list = line.Slice(words.Start, words.Length);
        var units = UnitSplitter.Split(list.ToString(), list, new(0, list.Length));
        var afterSentence = !before.IsEmpty && before[^1] is '。' or ';' or '!';
        if (units.IsEmpty || (!afterSentence && (units.Length < 2 || before.IsEmpty || !units.All(u => Levels.Contains(u.Text[0])))))
            return false;
        return units.All(u => MentionReader.BuiltIn.Read(u.Text, MentionContext.None).Kind is UnitMentionKind.Single or UnitMentionKind.Collective);
    }
}
