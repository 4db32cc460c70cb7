namespace Fazhi.Documents.Tests.Gold;

/// <summary>The comparer itself: it finds what is missing, what is too much, and nothing else.</summary>
public sealed class GoldComparerTests
{
    private static readonly GoldTask Task = new()
    {
        Label = "(一)",
        Headings = ["规范行政执法"],
        Title = "开展案卷评查",
        From = "开展案卷评查。",
        To = "全县通报。",
        Responsible = [new("县司法局"), new("各乡镇(管委会)", "collective")],
        Deadlines = [new("2024年年底前", "2024-12-31")],
        Targets = [new(100, Unit: "%")],
    };

    private static readonly GoldTask Read = Task with { From = "开展案卷评查。每半年一次,全县通报。", To = null };

    [Fact]
    public void Same_document_has_full_marks()
    {
        Assert.All(Scores([Task], [Read]), s => Assert.Equal((1.0, 1.0), (s.Precision, s.Recall)));
    }

    [Fact]
    public void Width_and_blanks_make_no_difference()
    {
        var read = Read with { Label = "（一）", Responsible = [new("县 司法局"), new("各乡镇（管委会）", "collective")] };

        Assert.All(Scores([Task], [read]), s => Assert.Empty(s.Differences));
    }

    [Theory]
    [InlineData("labels")]
    [InlineData("headings")]
    [InlineData("titles")]
    [InlineData("extents")]
    [InlineData("units")]
    [InlineData("unit kinds")]
    [InlineData("deadlines")]
    [InlineData("targets")]
    public void Error_is_found_in_its_field(string field)
    {
        var read = field switch
        {
            "labels" => Read with { LabelInferred = true },
            "headings" => Read with { Headings = ["执法"] },
            "titles" => Read with { Title = "" },
            "extents" => Read with { From = "开展案卷评查。每半年一次" },
            "units" => Read with { Responsible = [new("县司法局等部门"), new("各乡镇(管委会)", "collective")] },
            "unit kinds" => Read with { Responsible = [new("县司法局"), new("各乡镇(管委会)")] },
            "deadlines" => Read with { Deadlines = [new("2024年年底前", "2024-06-30")] },
            _ => Read with { Targets = [new(100, ">=", "%")] },
        };

        var score = Assert.Single(Scores([Task], [read]), s => s.Field == field);

        Assert.Equal(score.Expected - 1, score.Matched);
        Assert.Equal(2, score.Differences.Count);
    }

    [Fact]
    public void Lost_task_does_not_shift_those_that_follow()
    {
        GoldTask[] gold = [.. Enumerable.Range(1, 5).Select(n => Task with { Label = $"{n}.", Title = $"第{n}项", From = $"第{n}项" })];
        var scores = Scores(gold, [.. gold.Where((_, i) => i != 1)]);

        Assert.All(scores.Where(s => s.Field is "labels" or "headings" or "titles"), s => Assert.Equal((5, 4, 4), (s.Expected, s.Found, s.Matched)));
    }

    [Fact]
    public void Optional_value_counts_neither_way()
    {
        var gold = Task with { Targets = [new(100, Unit: "%"), new(2, Unit: "次", Optional: true)] };

        Assert.Empty(Scores([gold], [Read]).SelectMany(s => s.Differences));
        Assert.Empty(Scores([gold], [Read with { Targets = [new(2, Unit: "次"), new(100, Unit: "%")] }]).SelectMany(s => s.Differences));
    }

    [Fact]
    public void Facts_are_a_multiset()
    {
        var gold = Report(new(3, "次"), new(3, "次"), new(98, "%", Metric: "x"));
        var read = Report(new(98, "%", Metric: "x"), new(3, "次", Metric: ""));

        var score = Assert.Single(GoldComparer.Compare("d", gold, read), s => s.Field == "facts");

        Assert.Equal((3, 2, 2), (score.Expected, score.Found, score.Matched));
    }

    [Fact]
    public void Absent_member_is_not_compared()
    {
        Assert.DoesNotContain(GoldComparer.Compare("d", new(), new() { Kind = "report", Issuers = ["望岫县人民政府"] }), s => s.Expected + s.Found > 0);
    }

    private static IReadOnlyList<FieldScore> Scores(GoldTask[] gold, GoldTask[] read) => GoldComparer.Compare("d", new() { Tasks = gold }, new() { Tasks = read });

    private static GoldDocument Report(params GoldFact[] facts) => new() { Report = new() { Facts = facts } };
}
