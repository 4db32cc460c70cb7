using Fazhi.Testing;

namespace Fazhi.EndToEnd.Tests.Platform;

/// <summary>The programs of the project, as they were built with the configuration of these tests.</summary>
internal static class Programs
{
    /// <summary>The assembly of the AppHost.</summary>
    public static string AppHost => Built("AppHost", "Fazhi.AppHost.dll");

    /// <summary>The assembly of the command line.</summary>
    public static string Cli => Built("Cli", "fazhi.dll");

    // Tests run from tests/EndToEnd.Tests/bin/CONFIGURATION/FRAMEWORK, the programs from the same two folders of theirs.
    private static string Built(string project, string file)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var path = Path.Combine(Repository.Root, "deploy", project, "bin", framework.Parent!.Name, framework.Name, file);
        return File.Exists(path) ? path : throw new FileNotFoundException($"{path} is not built; build the solution first.");
    }
}
