namespace Fazhi.Testing;

/// <summary>
/// Programs that a test needs and a machine may lack. Found, they are used; absent, the test is skipped with the reason, or fails when
/// <c>FAZHI_REQUIRE_ALL=1</c> says that nothing may be skipped.
/// </summary>
public static class Optional
{
    /// <summary>Path of a Redis server (<c>FAZHI_REDIS</c> or <c>redis-server</c>).</summary>
    public static string Redis() => Program("FAZHI_REDIS", "redis-server");

    /// <summary>Path of Chromium (<c>FAZHI_CHROMIUM</c>, <c>chromium</c>, <c>chromium-browser</c> or <c>google-chrome</c>).</summary>
    public static string Chromium() => Program("FAZHI_CHROMIUM", "chromium", "chromium-browser", "google-chrome");

    /// <summary>Path of Node.js (<c>FAZHI_NODE</c> or <c>node</c>).</summary>
    public static string Node() => Program("FAZHI_NODE", "node");

    /// <summary>Path of Python 3 (<c>FAZHI_PYTHON</c> or <c>python3</c>).</summary>
    public static string Python() => Program("FAZHI_PYTHON", "python3");

    /// <summary>Path of poppler's pdftotext (<c>FAZHI_PDFTOTEXT</c> or <c>pdftotext</c>).</summary>
    public static string PdfToText() => Program("FAZHI_PDFTOTEXT", "pdftotext");

    /// <summary>Path of curl (<c>FAZHI_CURL</c> or <c>curl</c>).</summary>
    public static string Curl() => Program("FAZHI_CURL", "curl");

    /// <summary>The path that the environment variable gives, else the first of the programs on the PATH.</summary>
    public static string Program(string variable, params IReadOnlyList<string> names)
    {
        var given = Environment.GetEnvironmentVariable(variable);
        var candidates = string.IsNullOrEmpty(given) ? names.SelectMany(OnPath) : [given];
        return Require(candidates.FirstOrDefault(File.Exists), $"{names[0]} is not installed ({variable} can name it)");
    }

    /// <summary>What was found, or the end of the test: skipped with the reason, failed with <c>FAZHI_REQUIRE_ALL=1</c>.</summary>
    public static string Require(string? found, string reason)
    {
        if (found is null && Environment.GetEnvironmentVariable("FAZHI_REQUIRE_ALL") == "1")
            Assert.Fail($"{reason}, and FAZHI_REQUIRE_ALL=1");
        Assert.SkipWhen(found is null, reason);
        return found!;
    }

    private static IEnumerable<string> OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program));
}
