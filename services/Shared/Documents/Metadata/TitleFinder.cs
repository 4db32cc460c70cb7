using Fazhi.Catalogues;
using Fazhi.Documents.Layout;
using Fazhi.Documents.Structure;

namespace Fazhi.Documents.Metadata;

/// <summary>
/// Finds the title before the first numbered heading: one to four short lines that end in the name of a kind of document. The plan or report itself is
/// preferred to the notice that covers it (关于印发…的通知), which gives the title only where nothing else does.
/// </summary>
internal sealed class TitleFinder
{
    private const int HeadLines = 80;
    private const int LongestLine = 80;
    private const int LongestTitle = 120;
    private const int MostLines = 4;

    private const int LongestMark = 20;

    private static readonly string[] Marks =
    [
        "此件", "本件", "主动公开", "依申请公开", "不予公开", "公开方式", "公开属性", "信息公开选项", "内部资料", "内部文件", "内部材料", "内部使用", "注意保存", "不得外传", "特急", "加急", "平急", "急件", "秘密", "机密", "绝密", "份号", "密级", "紧急程度",
    ];
    private static readonly string[] SubjectWords = ["法治", "依法行政", "依法治"];

    private readonly LineFacts _facts;
    private readonly Page _page;
    private readonly List<TitleCandidate> _candidates = [];

    private TitleFinder(LineFacts facts)
    {
        _facts = facts;
        _page = facts.Page;
    }

    /// <summary>The best title, or null; the lines of all candidates are taken out of the body.</summary>
    public static TitleCandidate? Find(LineFacts facts)
    {
        var finder = new TitleFinder(facts);
        for (var i = 0; i < Math.Min(facts.FirstLabelled, HeadLines); i++)
            i = finder.TryAt(i, facts.FirstLabelled);
        finder.TryPageHead();
        if (!finder._candidates.Exists(c => c.Score > 0))
            finder.TryAttached();
        var best = finder._candidates.MaxBy(c => c.Score);
        if (best is null)
            return null;
        foreach (var candidate in finder._candidates.Where(c => c.FirstLine >= 0))
        {
            for (var line = candidate.FirstLine; line <= candidate.LastLine; line++)
                facts.Set(line, LineRole.Title);
        }

        return finder.WithIssuerAbove(best);
    }

    /// <summary>A notice can have numbers of its own: the plan that it covers begins behind its signature or behind 附件.</summary>
    private void TryAttached()
    {
        for (var i = Math.Max(1, _facts.FirstLabelled); i < _facts.Count; i++)
        {
            if (_facts.Roles[i - 1] == LineRole.Imprint && _facts.Roles[i] == LineRole.Body && _facts.Labels[i] is null)
                i = TryAt(i, Math.Min(_facts.Count, i + MostLines));
        }
    }

    /// <summary>Tries one to four lines from <paramref name="first"/> on, all before <paramref name="end"/>; the last line used.</summary>
    private int TryAt(int first, int end)
    {
        var text = "";
        for (var last = first; last < Math.Min(first + MostLines, end); last++)
        {
            if (!CanBePart(last))
                return first;
            text += _page.Printed(_page.Lines[last].Range);
            var title = StripLinkWords(text);
            if (title.Length > LongestTitle)
                return first;
            var stop = _page.Lines[last].End - (text.Length - title.Length);
            var start = _page.Lines[first].Start;
            var folded = Fold.Text(title);
            if (TitleForm.Is(folded))
            {
                // (征求意见稿) on a line of its own belongs to the title's lines, but its words are the status, not the title.
                var lastLine = last + 1 < _facts.Count && IsDraftMark(_page.FoldedLine(last + 1)) ? last + 1 : last;
                _candidates.Add(new(first, lastLine, title, TextRange.Between(start, stop), Score(folded)));
                return lastLine;
            }

            if (folded.EndsWith("通知", StringComparison.Ordinal))
            {
                TryNotice(first, last, start, stop);
                if (TitleForm.IsWorkingNotice(folded))
                    _candidates.Add(new(first, last, title, TextRange.Between(start, stop), TitleCandidate.OfNotice));
                return last;
            }
        }

        return first;
    }

    private bool CanBePart(int i)
    {
        var line = _page.FoldedLine(i);
        return _facts.Roles[i] == LineRole.Body && !IsMark(line) && _facts.Labels[i] is null && !_page.Lines[i].IsRow && line.Length <= LongestLine && line.IndexOfAny('。', ';', ':') < 0 && line[^1] is not (',' or '、')
            && DateReader.ReadLine(line, damaged: false).IsEmpty;
    }

    /// <summary>关于印发《…》的通知: what is issued is the title.</summary>
    private void TryNotice(int first, int last, int start, int end)
    {
        var folded = _page.Folded.AsSpan(start, end - start);
        var from = folded.IndexOf("印发", StringComparison.Ordinal);
        var to = folded.LastIndexOf("的通知", StringComparison.Ordinal);
        if (from < 0 || to <= from + 2)
            return;
        from += 2;
        if (folded[from] == '《' && folded[to - 1] == '》')
            (from, to) = (from + 1, to - 1);
        var range = TextRange.Between(start + from, start + to);
        var text = _page.Printed(range).Replace("\n", "", StringComparison.Ordinal);
        if (TitleForm.Is(Fold.Text(text)))
            _candidates.Add(new(first, last, text, range, 0));
    }

    private void TryPageHead()
    {
        if (_page.HeadTitle is not { } head)
            return;
        var title = StripLinkWords(head.Trim());
        if (title.Length <= LongestTitle && TitleForm.Is(Fold.Text(title)))
            _candidates.Add(new(-1, -1, title, null, 0));
    }

    /// <summary>望岫县人民政府 / 关于2023年度…的报告, or / 2023年度…报告: the body above is the beginning of the title.</summary>
    private TitleCandidate WithIssuerAbove(TitleCandidate title)
    {
        var above = title.FirstLine - 1;
        var beginsLate = title.Text.StartsWith("关于", StringComparison.Ordinal) || "12二".Contains(Fold.Char(title.Text[0]));
        if (above < 0 || !beginsLate || !OrgName.Is(_page.FoldedLine(above)))
            return title;
        _facts.Set(above, LineRole.Title);
        return title with
        {
            FirstLine = above,
            Text = _page.Printed(_page.Lines[above].Range) + title.Text,
            Range = TextRange.Between(_page.Lines[above].Start, title.Range!.Value.End),
        };
    }

    private static int Score(string folded) =>
        1 + (SubjectWords.Any(w => folded.Contains(w, StringComparison.Ordinal)) ? 4 : 0) + (folded.Any(char.IsAsciiDigit) ? 1 : 0);

    /// <summary>(此件公开发布), 内部资料 注意保存, 特急: how a document may be passed on is no part of its title.</summary>
    private static bool IsMark(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestMark)
            return false;
        line = line.TrimStart("([★ ");
        foreach (var mark in Marks)
        {
            if (line.StartsWith(mark, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsDraftMark(ReadOnlySpan<char> line) => line.Length <= 12 && line[0] == '(' && line[^1] == ')' && line.IndexOfAny("稿行案") > 0;

    /// <summary>【政策解读】 and the like are links that a page puts behind its title.</summary>
    private static string StripLinkWords(string title)
    {
        var open = title.LastIndexOf('【');
        return open > 0 && title.EndsWith('】') ? title[..open].TrimEnd() : title;
    }
}
