using System.Text.RegularExpressions;
using Fazhi.EndToEnd.Tests.Platform;
using Fazhi.Testing;

namespace Fazhi.EndToEnd.Tests.Samples;

/// <summary>The tour of the README works as written, on the samples.</summary>
[Collection<SampleCollection>]
public sealed partial class ReadmeTests(SamplePlatform fixture)
{
    /// <summary>Every <c>fazhi</c> line that needs no file or name of the reader's own.</summary>
    public static TheoryData<string> Commands => [.. Lines().Where(line => !line.Contains('~') && !line.Contains('…'))];

    [Fact]
    public void Tour_has_the_commands_that_a_newcomer_needs()
    {
        var commands = Lines().Select(line => Words(line)[0]).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(new HashSet<string>(["status", "search", "suggest", "similar", "saved", "index", "plans", "import", "show"], StringComparer.Ordinal), commands);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_of_the_tour_finds_something(string line)
    {
        // Files of the tour are named from the clone's folder; what it writes goes elsewhere.
        using var folder = new TempFolder();
        var words = Words(line).Select(word => Path.Combine(Repository.Root, word) is var path && File.Exists(path) ? path : word.EndsWith(".xlsx", StringComparison.Ordinal) ? folder[word] : word).ToArray();
        var cancellation = TestContext.Current.CancellationToken;
        await fixture.Platform.WaitForIndexAsync(ExpectedSample.All.Count, cancellation);
        var run = await FazhiCli.RunAsync(fixture.Platform.Host.Address, cancellation, words);
        Assert.True(run.ExitCode == 0 && run.Output.Length > 0, run.ToString());

        if (ListOf(words) is not { } list)
            return;
        var json = await FazhiCli.JsonAsync(fixture.Platform.Host.Address, 0, cancellation, words);
        Assert.NotEqual(0, json.GetProperty(list).GetArrayLength());
    }

    /// <summary>The list in the answer that must not be empty; null where there is none.</summary>
    private static string? ListOf(string[] words) => words switch
    {
        ["reprocess" or "saved", ..] or ["index", "rebuild"] or [.., "--export", _] => null,
        ["search", ..] => "results",
        ["suggest", ..] => "suggestions",
        ["status"] => "services",
        ["index", ..] => "feeds",
        ["parse", ..] => "tasks",
        [var command, ..] => command,
        [] => throw new InvalidOperationException("The README has a line without a command."),
    };

    private static IEnumerable<string> Lines() => File.ReadLines(Path.Combine(Repository.Root, "README.md"))
        .Where(line => line.StartsWith("fazhi ", StringComparison.Ordinal))
        .Select(line => Comment().Replace(line["fazhi ".Length..], ""));

    /// <summary>The arguments as a shell splits them, as far as the README goes: blanks, and single quotes.</summary>
    private static string[] Words(string line) => [.. Word().Matches(line).Select(match => match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Value)];

    [GeneratedRegex(@"\s+#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"'(?<quoted>[^']*)'|\S+")]
    private static partial Regex Word();
}
