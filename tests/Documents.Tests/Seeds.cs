namespace Fazhi.Documents.Tests;

/// <summary>Real documents, which lie outside this project: in the folder that FAZHI_SEEDS names, or in ../shared/seeds beside the repository.</summary>
internal static class Seeds
{
    /// <summary>The document whose file begins with <paramref name="prefix"/>; skips the test where the folder is missing.</summary>
    public static ParsedDocument Read(string prefix)
    {
        var folder = Environment.GetEnvironmentVariable("FAZHI_SEEDS") ?? Path.Combine(Root, "..", "shared", "seeds");
        Assert.SkipWhen(!Directory.Exists(folder), "Needs the real documents: set FAZHI_SEEDS to their folder.");
        var path = Assert.Single(Directory.GetFiles(folder, prefix + "*"));
        var result = DocumentReader.Read(File.ReadAllBytes(path), cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, result.Error?.Message);
        return result.Document;
    }

    /// <summary>The folder of this test project's sources.</summary>
    public static string Project => Path.Combine(Root, "tests", "Documents.Tests");

    private static string Root
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "FazhiPlatform.sln")))
                    return folder.FullName;
            }

            throw new InvalidOperationException($"no FazhiPlatform.sln above {AppContext.BaseDirectory}");
        }
    }
}
