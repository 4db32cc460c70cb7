namespace Fazhi.Testing;

/// <summary>Where things lie: the root of the project, and the real documents beside it.</summary>
public static class Repository
{
    /// <summary>Folder of <c>FazhiPlatform.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>
    /// Folder of real documents to try on: <c>FAZHI_SEEDS</c>, else <c>../shared/seeds</c> beside the project. They are not part of the project:
    /// without them the test is skipped, saying so.
    /// </summary>
    public static string Seeds()
    {
        var given = Environment.GetEnvironmentVariable("FAZHI_SEEDS");
        var folder = string.IsNullOrEmpty(given) ? Path.GetFullPath(Path.Combine(Root, "..", "shared", "seeds")) : given;
        return Optional.Require(Directory.Exists(folder) ? folder : null, $"no folder of real documents at {folder} (FAZHI_SEEDS)");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FazhiPlatform.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"no FazhiPlatform.sln above {AppContext.BaseDirectory}");
    }
}
