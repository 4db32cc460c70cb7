namespace Fazhi.Documents.Tests.Gold;

/// <summary>The form of gold files: what README.md allows is read, what it does not know is an error that names the file.</summary>
public sealed class GoldDocumentTests
{
    [Fact]
    public void Bare_strings_stand_for_their_objects()
    {
        var gold = Load("""
            {"dates": {"signed": ["2024-03-05", {"readings": ["2024-01-11", "2024-11-01"], "ambiguous": true}]}, "cites": ["某条例"],
             "tasks": [{"label": "(一)", "headings": ["规范行政执法"], "lead": ["县司法局", {"text": "县直各部门", "kind": "collective"}]}],
             "report": {"problems": ["执法力量"]}}
            """);

        Assert.Equal([["2024-03-05"], ["2024-01-11", "2024-11-01"]], gold.Dates!["signed"].Select(d => d.Readings));
        Assert.Equal(["某条例"], gold.Cites!.Select(c => c.Title));
        Assert.Equal([("县司法局", "single"), ("县直各部门", "collective")], gold.Tasks![0].Lead.Select(u => (u.Text, u.Kind!)));
        Assert.Equal(["规范行政执法"], gold.Tasks[0].Headings);
        Assert.Equal(["执法力量"], gold.Report!.Problems!.Select(p => p.From));
    }

    [Fact]
    public void Unknown_member_is_an_error()
    {
        var error = Assert.Throws<InvalidDataException>(() => Load("""{"tasks": [{"label": "1.", "heading": []}]}"""));

        Assert.Contains("heading", error.Message, StringComparison.Ordinal);
        Assert.Contains(".json", error.Message, StringComparison.Ordinal);
    }

    private static GoldDocument Load(string json)
    {
        var path = Path.ChangeExtension(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), ".json");
        File.WriteAllText(path, json);
        try
        {
            return GoldDocument.Load(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
