using Fazhi.Catalogues.Metrics;

namespace Fazhi.Documents.Tests.Gold;

/// <summary>The parser measured against what people read. Prints precision and recall of each field, and every difference.</summary>
public sealed class GoldTests(ITestOutputHelper output)
{
    private static readonly string SeedFolder = Path.Combine(Seeds.Project, "Gold", "Seeds");
    private static readonly string SecondFolder = Path.Combine(Seeds.Project, "Documents");

    [Fact]
    public void Real_documents_are_read_right()
    {
        var scores = new List<FieldScore>();
        foreach (var path in Directory.GetFiles(SeedFolder, "*.json").Order())
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var found = GoldComparer.Compare(name, GoldDocument.Load(path), ParsedFacts.Of(Seeds.Read(name + "_")));
            output.WriteLine(GoldReportTable.Print(name, found));
            scores.AddRange(found);
        }

        Check("real documents", scores, GoldReportTable.Floors.Keys);
    }

    [Fact]
    public void Fictional_documents_are_read_right()
    {
        var scores = new List<FieldScore>();
        var unread = new List<string>();
        foreach (var (file, gold) in SecondSet())
        {
            var result = DocumentReader.Read(File.ReadAllBytes(file), cancellationToken: TestContext.Current.CancellationToken);
            if (result.Success)
                scores.AddRange(GoldComparer.Compare(Path.GetFileName(file), gold, ParsedFacts.Of(result.Document)));
            else if (result.Error!.Code == DocumentErrorCode.ToolMissing)
                output.WriteLine($"{Path.GetFileName(file)} left out: {result.Error.Message}");
            else
                unread.Add($"{Path.GetFileName(file)}: {result.Error.Message}");
        }

        Check("fictional documents", scores, GoldReportTable.Floors.Keys);
        Assert.Empty(unread);
    }

    [Fact]
    public void Gold_names_metrics_of_the_catalogue()
    {
        var metrics = Directory.GetFiles(SeedFolder, "*.json").Select(GoldDocument.Load).Concat(SecondSet().Select(d => d.Gold))
            .SelectMany(g => g.Report?.Facts ?? []).SelectMany(f => f.Metric?.Split('|') ?? []).Where(m => m.Length > 0).Distinct();

        Assert.DoesNotContain(metrics, m => MetricCatalogue.Default.Find(m) is null);
    }

    // One gold file serves every document of its name.
    private static IEnumerable<(string File, GoldDocument Gold)> SecondSet()
    {
        string[] goldFiles = Directory.Exists(SecondFolder) ? [.. Directory.GetFiles(SecondFolder, "*.gold.json").Order()] : [];
        foreach (var path in goldFiles)
        {
            var gold = GoldDocument.Load(path);
            var files = Directory.GetFiles(SecondFolder, Path.GetFileName(path)[..^".gold.json".Length] + ".*").Where(f => f != path).Order().ToList();
            Assert.True(files.Count > 0, $"{path} is gold of no document");
            foreach (var file in files)
                yield return (file, gold);
        }
    }

    private void Check(string set, IReadOnlyList<FieldScore> scores, IEnumerable<string> fields)
    {
        var sums = FieldScore.Sum(scores);
        output.WriteLine(GoldReportTable.Print(set, sums));
        output.WriteLine(string.Join('\n', sums.SelectMany(s => s.Differences)));
        Assert.All(sums.Where(s => fields.Contains(s.Field)), s => Assert.False(GoldReportTable.Below(s), $"{s.Field} of {set}: precision {s.Precision:0.000}, recall {s.Recall:0.000}"));
    }
}
