using System.IO.Enumeration;

namespace Fazhi.Cli.Import;

/// <summary>Finds the files that the user means: those named, and all below the folders named, except hidden ones.</summary>
internal static class FileCollector
{
    /// <summary>The files in order, each once.</summary>
    /// <exception cref="CliException">A path does not exist or a folder cannot be read.</exception>
    public static IReadOnlyList<FoundFile> Collect(IEnumerable<string> paths)
    {
        var files = new Dictionary<string, FoundFile>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            foreach (var file in Collect(path))
                files.TryAdd(file.Path, file);
        }
        return [.. files.Values];
    }

    private static IEnumerable<FoundFile> Collect(string path)
    {
        var full = Path.GetFullPath(path);
        if (File.Exists(full))
            return [new FoundFile(full, path)];
        if (!Directory.Exists(full))
            throw new CliException($"找不到 {path}");
        try
        {
            return [.. Below(full).Order(StringComparer.Ordinal).Select(file => new FoundFile(file, Path.GetRelativePath(full, file)))];
        }
        catch (UnauthorizedAccessException error)
        {
            throw new CliException($"无法读取文件夹 {path}：{error.Message}");
        }
    }

    // Links to folders are not followed: they may lead back.
    private static FileSystemEnumerable<string> Below(string folder) =>
        new(folder, (ref entry) => entry.ToFullPath(), new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && !entry.IsHidden,
            ShouldRecursePredicate = (ref entry) => !entry.IsHidden && (entry.Attributes & FileAttributes.ReparsePoint) == 0,
        };
}
