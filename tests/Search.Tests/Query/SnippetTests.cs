using Fazhi.Search.Query;
using Fazhi.Search.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Fazhi.Search.Tests.Query;

public sealed class SnippetTests
{
    [Fact]
    public void Short_passage_is_shown_whole()
    {
        var snippet = Snippet.Of("推进行政复议。", [new TextRange(2, 4)]);

        Assert.Equal(new TextRange(0, 7), snippet.Range);
        Assert.Equal([new TextRange(2, 4)], snippet.Highlights);
    }

    [Fact]
    public void Long_passage_is_shown_from_the_sentence_with_most_highlights()
    {
        var text = "行政复议。" + new string('甲', 400) + "。乙丙行政复议，行政复议。" + new string('丁', 300);
        var snippet = Snippet.Of(text, Highlighter.Find(text, [TokenPhrase.Of("行政复议")!]));

        Assert.StartsWith("乙丙行政复议，行政复议。", text.Substring(snippet.Range.Start), StringComparison.Ordinal);
        Assert.Equal([new TextRange(2, 4), new TextRange(7, 4)], snippet.Highlights);
        Assert.Equal(Snippet.MaxLength, snippet.Range.Length);
    }

    [Fact]
    public void Snippet_lies_in_the_text_and_its_highlights_in_the_snippet()
    {
        var texts = Gen.Elements("行政", "复议", "。", "，", "𠮷", "甲", new string('乙', 90)).ArrayOf().Select(string.Concat);

        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var highlights = Highlighter.Find(text, [TokenPhrase.Of("行政复议")!, TokenPhrase.Of("甲")!]);
            var snippet = Snippet.Of(text, highlights);
            return snippet.Range.Start >= 0 && snippet.Range.End <= text.Length && snippet.Range.Length <= Snippet.MaxLength + 1
                && (highlights.Count == 0) == (snippet.Highlights.Count == 0)
                && snippet.Highlights.All(h => h.Start >= 0 && h.Length > 0 && h.End <= snippet.Range.Length)
                && !(snippet.Range.Length > 0 && char.IsLowSurrogate(text[snippet.Range.Start]));
        }).QuickCheckThrowOnFailure();
    }
}
