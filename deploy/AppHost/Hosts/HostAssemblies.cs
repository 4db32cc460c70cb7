namespace Fazhi.AppHost.Hosts;

/// <summary>Finds the assembly of a host: beside a published AppHost, or where the build left it.</summary>
internal static class HostAssemblies
{
    /// <summary>Written by the build: one path a line, relative to the list.</summary>
    private const string ListName = "hosts.list";

    /// <exception cref="AppHostException">The host was not built.</exception>
    public static string Find(string baseFolder, string project)
    {
        var file = $"Fazhi.{project}.dll";
        var published = Path.Combine(baseFolder, "hosts", project, file);
        if (File.Exists(published))
            return published;

        var list = Path.Combine(baseFolder, ListName);
        var built = File.Exists(list)
            ? File.ReadLines(list)
                .Select(line => Path.GetFullPath(line.Replace('\\', Path.DirectorySeparatorChar), baseFolder))
                .FirstOrDefault(path => Path.GetFileName(path) == file)
            : null;
        return built is not null && File.Exists(built)
            ? built
            : throw new AppHostException($"找不到服务程序 {file}。请先构建：dotnet build deploy/AppHost");
    }
}
