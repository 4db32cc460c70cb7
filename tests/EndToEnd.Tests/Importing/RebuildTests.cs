using Fazhi.EndToEnd.Tests.Platform;
using Fazhi.Search.V1;
using Fazhi.Testing;
using Google.Protobuf;

namespace Fazhi.EndToEnd.Tests.Importing;

/// <summary>The index is a function of the change feeds.</summary>
public sealed class RebuildTests
{
    private const int Documents = 24;
    private static readonly string[] Queries = ["", "政务公开", "行政复议 台账", "\"按季梳理\"", "司法局", "办结率", "望岫县 2023", "没有这样的词语"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Index_deleted_while_stopped_comes_back_the_same()
    {
        await using var platform = await RunningPlatform.StartAsync(Cancellation);
        foreach (var document in new DocumentGenerator(seed: 21).Take(Documents))
            await platform.Client.ImportAsync(document.FileName, document.Bytes, Cancellation);
        var deleted = (await platform.Client.AllNamesAsync(Cancellation))[0];
        await platform.Client.DeleteAsync(deleted, Cancellation);
        await platform.WaitForIndexAsync(Documents - 1, Cancellation);
        var before = await AnswersAsync(platform.Client);

        var index = "";
        await platform.RestartAsync(
            data =>
            {
                index = Path.Combine(data, "search");
                Assert.NotEmpty(Directory.EnumerateFiles(index));
                Directory.Delete(index, recursive: true);
            },
            Cancellation);
        await platform.WaitForIndexAsync(Documents - 1, Cancellation);

        Assert.NotEmpty(Directory.EnumerateFiles(index));
        var after = await AnswersAsync(platform.Client);
        Assert.All(before.Zip(after), pair => Assert.Equal(pair.First, pair.Second));
    }

    /// <summary>What the index answers and holds, as text; page tokens may differ between two indexes and are left out.</summary>
    private static async Task<IReadOnlyList<string>> AnswersAsync(FazhiClient client)
    {
        var answers = new List<string>();
        foreach (var query in Queries)
        {
            var request = new SearchRequest { Query = query, PageSize = 100, Facets = { FacetField.Year, FacetField.Type, FacetField.Region } };
            var answer = await client.Search.SearchAsync(request, cancellationToken: Cancellation);
            answer.NextPageToken = "";
            answers.Add($"{query}: {JsonFormatter.Default.Format(answer)}");
        }
        var status = await client.Search.GetIndexStatusAsync(new(), cancellationToken: Cancellation);
        answers.Add($"{status.DocumentCount} documents, {status.PassageCount} passages");
        return answers;
    }
}
