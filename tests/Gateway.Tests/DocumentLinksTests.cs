using Fazhi.Documents.V1;
using Fazhi.Gateway.Browsing;
using Fazhi.Search.V1;

namespace Fazhi.Gateway.Tests;

public sealed class DocumentLinksTests
{
    [Theory]
    [InlineData("plans/a", "plans/a/tasks/12", new[] { 30 }, "/plans/a#task-12")]
    [InlineData("plans/a", "", new int[0], "/plans/a/text?at=100#hit")]
    [InlineData("plans/a", "", new[] { 30, 50 }, "/plans/a/text?at=130#hit")]
    [InlineData("reports/b", "", new[] { 7 }, "/reports/b?at=107#hit")]
    public void Passage_is_opened_at_its_task_or_at_the_first_of_the_words(string document, string task, int[] highlights, string address)
    {
        var passage = new PassageHit { Task = task, Range = new TextRange { Start = 100, Length = 80 } };
        passage.Highlights.Add(highlights.Select(start => new Highlight { Start = start, Length = 2 }));

        Assert.Equal(address, DocumentLinks.OfPassage(document, passage));
    }
}
