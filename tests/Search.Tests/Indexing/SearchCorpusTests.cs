using Fazhi.Plans.V1;
using Fazhi.Reports.V1;
using Fazhi.Search.Passages;
using Fazhi.Testing;
using Google.Protobuf;

namespace Fazhi.Search.Tests.Indexing;

/// <summary>What benchmarks rely on in the corpus that is made for them.</summary>
public sealed class SearchCorpusTests
{
    [Fact]
    public void Same_seed_and_number_give_the_same_document_and_others_another()
    {
        Assert.Equal(new SearchCorpus(7).Take(40).Select(Bytes), [.. new SearchCorpus(7).Take(0, 20).Select(Bytes), .. new SearchCorpus(7).Take(20, 20).Select(Bytes)]);
        Assert.Equal(80, new SearchCorpus(7).Take(40).Concat(new SearchCorpus(8).Take(40)).Select(Bytes).Distinct().Count());
    }

    [Fact]
    public void Document_is_in_itself_right()
    {
        foreach (var message in new SearchCorpus(3).Take(60))
        {
            var content = message is Plan plan ? plan.Content : ((Report)message).Content;
            Assert.All(content.Paragraphs, paragraph => Assert.InRange(paragraph.Range.Start + paragraph.Range.Length, paragraph.Range.Start + 1, content.Text.Length));
            Assert.All(content.Sections, section => Assert.EndsWith(section.Heading, content.Text.Substring(section.HeadingRange.Start, section.HeadingRange.Length)));
            if (message is Plan { Tasks: var tasks })
            {
                Assert.All(tasks, task => Assert.Contains(task.Text, content.Text.Substring(task.Range.Start, task.Range.Length)));
                Assert.All(tasks.SelectMany(task => task.Deadlines), deadline => Assert.Equal(deadline.Text, content.Text.Substring(deadline.Range.Start, deadline.Range.Length)));
            }
            else
            {
                Assert.All(((Report)message).Facts, fact => Assert.Equal(fact.Text + "。", content.Text.Substring(fact.Range.Start, fact.Range.Length)));
            }
        }
    }

    [Fact]
    public void About_twenty_passages_a_document_some_words_in_most_and_some_in_few()
    {
        var passages = new SearchCorpus(1).Take(500).SelectMany(message => (message is Plan plan ? IndexedDocuments.Of(plan) : IndexedDocuments.Of((Report)message)).Passages).ToList();
        double Share(string word) => passages.Count(passage => passage.Text.Contains(word, StringComparison.Ordinal)) / (double)passages.Count;

        Assert.InRange(passages.Count / 500.0, 16, 24);
        Assert.InRange(Share("行政执法"), 0.6, 1);
        Assert.InRange(Share("营商环境"), 0.05, 0.5);
        Assert.InRange(Share("电梯维保"), 0.001, 0.06);
        Assert.InRange(Share("勤俭村"), 0, 0.001);
    }

    private static string Bytes(IMessage message) => Convert.ToBase64String(message.ToByteArray());
}
