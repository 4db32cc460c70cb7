using Microsoft.Data.Sqlite;

namespace Fazhi.Hosting;

/// <summary>The file of the store is damaged or no database; the service does not start on it.</summary>
public sealed class StoreDamagedException(string path, SqliteException inner) : Exception(
    $"数据库 {path} 已损坏或不是数据库（{inner.Message}）：请从备份恢复，或移走该文件（同名的 -wal、-shm 文件一起）后重新导入", inner)
{
    /// <summary>The database file.</summary>
    public string Path { get; } = path;
}
