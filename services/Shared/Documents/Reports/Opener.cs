using Fazhi.Catalogues;

namespace Fazhi.Documents.Reports;

/// <summary>Recognises sentences with which a text turns to problems or to next steps: 但也存在一些问题：…; 下一步，我局将….</summary>
internal static class Opener
{
    private const int NextReach = 30;
    private const int ProblemReach = 70;
    private const int NounReach = 40;

    private static readonly PhraseSet<bool> Signs = new(
        new[] { "下一步", "下步", "下一阶段", "下阶段", "今后", "接下来", "明年", "新的一年", "存在", "面临", "不足", "差距", "短板" }.Select(sign => KeyValuePair.Create(sign, true)));

    private static readonly string[] NextStarts = ["下一步", "下步", "下一阶段", "下阶段", "今后", "接下来", "在今后", "在下一步", "在下步", "明年", "新的一年", "针对上述", "针对以上", "针对存在"];
    private static readonly string[] Intentions = ["将", "要", "计划", "继续", "打算", "拟", "进一步"];
    private static readonly string[] Admissions = ["但", "仍", "还", "也", "虽", "不过", "然而", "尚", "同时", "与", "距离", "对照", "主要", "当前", "目前", "以下", "如下", "一些", "部分"];
    private static readonly string[] Verbs = ["存在", "面临", "有不少", "有一些", "有一定"];
    private static readonly string[] Nouns = ["问题", "不足", "短板", "差距", "困难", "薄弱", "弱项"];
    private static readonly string[] Deeds = ["排查", "整改", "发现", "查找", "梳理", "解决", "针对", "围绕", "通报", "反馈", "指出", "纠正", "督促", "聚焦", "导向", "提出", "整治", "化解", "剖析"];

    /// <summary>False when no sentence of the text can be an opener: the common case, told in one pass.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> text, int? year) =>
        Signs.TryFind(text, 0, out _, out _, out _) || (year is { } y && HasYear(text, y + 1));

    private static bool HasYear(ReadOnlySpan<char> text, int year)
    {
        Span<char> words = stackalloc char[5];
        return year.TryFormat(words, out var digits) && digits == 4 && text.IndexOf(words[..4]) >= 0;
    }

    /// <summary>What the text turns to with this sentence; null where it goes on as before.</summary>
    public static SectionClass? Of(ReadOnlySpan<char> sentence, int? year)
    {
        sentence = sentence.TrimStart(" ”)");
        if (IsNext(sentence, year))
            return SectionClass.NextSteps;
        return IsProblem(sentence) ? SectionClass.Problems : null;
    }

    private static bool IsNext(ReadOnlySpan<char> sentence, int? year)
    {
        foreach (var start in NextStarts)
        {
            if (sentence.StartsWith(start, StringComparison.Ordinal))
                return true;
        }

        return year is { } y && sentence.StartsWith($"{y + 1}年", StringComparison.Ordinal) && IndexOf(sentence[..Math.Min(NextReach, sentence.Length)], Intentions) >= 0;
    }

    private static bool IsProblem(ReadOnlySpan<char> sentence)
    {
        var lead = sentence[..Math.Min(ProblemReach, sentence.Length)];
        var colon = lead.IndexOf(':');
        if (colon >= 0)
            lead = lead[..colon];
        var verb = IndexOf(lead, Verbs);
        if (verb < 0)
            return false;
        var after = lead[verb..];
        if (IndexOf(after[..Math.Min(NounReach, after.Length)], Nouns) < 0)
            return false;
        return IndexOf(lead, Admissions) >= 0 && IndexOf(lead, Deeds) < 0;
    }

    private static int IndexOf(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.IndexOf(word, StringComparison.Ordinal) is var at and >= 0)
                return at;
        }

        return -1;
    }
}
