using System.Globalization;
using Fazhi.Search.Text;
using Microsoft.Data.Sqlite;

namespace Fazhi.Search.Fts5;

/// <summary>The file of the index. One that another version wrote, or that is damaged, is made anew: it is filled from the feeds again.</summary>
internal sealed class Fts5Database : IDisposable
{
    /// <summary>Changes with the schema and with what is written into it.</summary>
    private const int FormatVersion = 1;

    private const int SqliteCorrupt = 11;
    private const int SqliteNotADatabase = 26;

    private readonly string path;
    private readonly string connectionString;

    public Fts5Database(string path, ILogger logger)
    {
        this.path = path;
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = true, DefaultTimeout = 30 }.ToString();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (IsUsable(logger))
            return;
        Discard();
        Create();
    }

    /// <summary>A connection for reading.</summary>
    public SqliteConnection OpenForReading() => Open("PRAGMA query_only = ON; PRAGMA mmap_size = 1073741824; PRAGMA temp_store = MEMORY;");

    /// <summary>A connection for writing. A power cut may take back the last commits, whole: the feeds bring them again.</summary>
    public SqliteConnection OpenForWriting() => Open("PRAGMA query_only = OFF; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536;");

    public void Dispose()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private static long Version => (FormatVersion << 8) | TokenText.Version;

    /// <summary>The error says that the file is damaged.</summary>
    public static bool IsDamage(SqliteException error) => error.SqliteErrorCode is SqliteCorrupt or SqliteNotADatabase;

    /// <summary>Remembers that the file is damaged: the next start makes it anew.</summary>
    public void MarkDamaged() => File.WriteAllText(DamageMark, "");

    private string DamageMark => path + ".damaged";

    private bool IsUsable(ILogger logger)
    {
        if (!File.Exists(path))
            return false;
        if (File.Exists(DamageMark))
        {
            logger.LogWarning("index.discarded: damaged");
            return false;
        }
        try
        {
            using var connection = Open("");
            var version = (long)connection.Scalar("PRAGMA user_version")!;
            if (version == Version)
                return true;
            logger.LogInformation("index.discarded: format {Found} instead of {Expected}", version, Version);
        }
        catch (SqliteException error) when (IsDamage(error))
        {
            logger.LogWarning(error, "index.discarded: damaged");
        }
        return false;
    }

    private void Discard()
    {
        Dispose();
        foreach (var file in (string[])[path, path + "-wal", path + "-shm", DamageMark])
            File.Delete(file);
    }

    private void Create()
    {
        using var connection = Open("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        using var transaction = connection.BeginTransaction();
        connection.Execute(ReadSchema());
        connection.Execute(Fts5Ranking.ConfigureSql);
        // Last and in the same transaction: a file without it was not finished.
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Version}"));
        transaction.Commit();
    }

    private SqliteConnection Open(string pragmas)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        if (pragmas.Length > 0)
            connection.Execute(pragmas);
        return connection;
    }

    private static string ReadSchema()
    {
        using var stream = typeof(Fts5Database).Assembly.GetManifestResourceStream("Fazhi.Search.Fts5.schema.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
