namespace Fazhi.Documents.Tests.Gold;

/// <summary>The parser measured against what people read. Prints precision and recall of each field.</summary>
public sealed class GoldTests(ITestOutputHelper output)
{
    [Fact]
    public void Real_documents_are_read_right()
    {
        var scores = new List<FieldScore>();
        foreach (var path in Directory.GetFiles(Path.Combine(Seeds.Project, "Gold", "Seeds"), "*.json").Order())
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var found = GoldComparer.Compare(name, GoldDocument.Load(path), ParsedFacts.Of(Seeds.Read(name + "_")));
            output.WriteLine(GoldReportTable.Print(name, found));
            scores.AddRange(found);
        }

        Report("real documents", scores);
    }

    [Fact]
    public void Fictional_documents_are_read_right()
    {
        var folder = Path.Combine(Seeds.Project, "Documents");
        var scores = new List<FieldScore>();
        string[] goldFiles = Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.gold.json").Order()] : [];
        foreach (var path in goldFiles)
        {
            var gold = GoldDocument.Load(path);
            var stem = Path.GetFileName(path)[..^".gold.json".Length];
            var files = Directory.GetFiles(folder, stem + ".*").Where(f => f != path).Order().ToList();
            Assert.True(files.Count > 0, $"{path} is gold of no document");
            foreach (var file in files)
            {
                var result = DocumentReader.Read(File.ReadAllBytes(file), cancellationToken: TestContext.Current.CancellationToken);
                Assert.True(result.Success, $"{file}: {result.Error?.Message}");
                scores.AddRange(GoldComparer.Compare(Path.GetFileName(file), gold, ParsedFacts.Of(result.Document)));
            }
        }

        Report("fictional documents", scores);
    }

    private void Report(string set, IReadOnlyList<FieldScore> scores)
    {
        var sums = FieldScore.Sum(scores);
        output.WriteLine(GoldReportTable.Print(set, sums));
        foreach (var difference in sums.SelectMany(s => s.Differences))
            output.WriteLine(difference);
        Assert.All(sums.Where(s => GoldReportTable.Asserted.Contains(s.Field)), s => Assert.False(GoldReportTable.Below(s), $"{s.Field} of {set}: precision {s.Precision:0.000}, recall {s.Recall:0.000}"));
    }
}
