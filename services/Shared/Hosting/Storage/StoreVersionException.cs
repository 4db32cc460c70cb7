namespace Fazhi.Hosting;

/// <summary>The database was written by a newer version of the code; opening it could damage it, so the service does not start.</summary>
public sealed class StoreVersionException(string path, string component, int found, int supported) : Exception(
    $"数据库 {path} 的结构版本（{component} {found}）比本程序支持的（{supported}）新：请用较新的程序打开，或从备份恢复")
{
    /// <summary>The database file.</summary>
    public string Path { get; } = path;

    /// <summary>Version the file has.</summary>
    public int Found { get; } = found;

    /// <summary>Newest version this code knows.</summary>
    public int Supported { get; } = supported;
}
