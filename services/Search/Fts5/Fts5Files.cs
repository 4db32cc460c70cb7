using System.Collections.Concurrent;

namespace Fazhi.Search.Fts5;

/// <summary>
/// The files of an index: one in use, and while a new one is built, that. A file <c>index.current</c> says which is in use; it is replaced at once, so that a crash
/// leaves the one before or the one after.
/// </summary>
internal sealed class Fts5Files(string folder, ILogger logger)
{
    private const string FirstName = "index.db";

    // Those that were in use may still be read from.
    private readonly ConcurrentDictionary<string, bool> former = new(StringComparer.Ordinal);

    private string Pointer => Path.Combine(folder, "index.current");

    /// <summary>Opens the index in use; an empty one where there is none.</summary>
    public Fts5Store OpenCurrent() => new(new Fts5Database(CurrentPath(), isBuild: false, logger));

    /// <summary>Opens the one that is being built: what an interrupted attempt has left, or an empty one.</summary>
    /// <param name="restart">What is left is dropped.</param>
    public Fts5Store OpenBuild(bool restart)
    {
        var left = Directory.GetFiles(folder, "index*.db").Where(path => path != CurrentPath() && !former.ContainsKey(path)).Order(StringComparer.Ordinal).ToList();
        foreach (var path in left.Skip(restart ? 0 : 1))
            Fts5Database.Delete(path);
        return new Fts5Store(new Fts5Database(left.Count > 0 && !restart ? left[0] : NewPath(), isBuild: true, logger));
    }

    /// <summary>From now on this one is in use.</summary>
    public void Use(string path)
    {
        former.TryAdd(CurrentPath(), true);
        var written = Pointer + ".new";
        File.WriteAllText(written, Path.GetFileName(path));
        File.Move(written, Pointer, overwrite: true);
    }

    private string NewPath() => Path.Combine(folder, $"index.{Guid.NewGuid().ToString("n")[..8]}.db");

    private string CurrentPath() => Path.Combine(folder, File.Exists(Pointer) ? Path.GetFileName(File.ReadAllText(Pointer)) : FirstName);
}
