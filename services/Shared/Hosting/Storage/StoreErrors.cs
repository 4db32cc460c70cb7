using Microsoft.Data.Sqlite;

namespace Fazhi.Hosting;

/// <summary>What goes wrong with a store through no fault of the code, in words that help the person who runs it.</summary>
internal static class StoreErrors
{
    // Result codes of SQLite, sqlite.org/rescode.html.
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int NotADatabase = 26;

    /// <summary>The file itself is damaged, or is no database.</summary>
    public static bool IsDamage(SqliteException error) => error.SqliteErrorCode is Corrupt or NotADatabase;

    /// <summary>The error as the caller is told it; null for one that only the code can have caused.</summary>
    public static FazhiException? Describe(SqliteException error) => error.SqliteErrorCode switch
    {
        Busy or Locked => FazhiException.Unavailable(TimeSpan.FromSeconds(1), "数据正忙，请稍后重试", "STORE_BUSY", error),
        Full => FazhiException.ResourceExhausted("STORE_FULL", "磁盘空间已用完，什么也没有改变：请清理磁盘后重试", TimeSpan.FromSeconds(30), error),
        ReadOnly => FazhiException.Unavailable(TimeSpan.FromSeconds(30), "数据文件不可写，什么也没有改变：请检查文件夹权限", "STORE_READ_ONLY", error),
        InputOutput => FazhiException.Unavailable(TimeSpan.FromSeconds(30), "读写数据文件时出错：请检查磁盘", "STORE_IO_ERROR", error),
        _ when IsDamage(error) => FazhiException.DataLoss("STORE_DAMAGED", "数据文件已损坏：请从备份恢复", error),
        _ => null,
    };
}
