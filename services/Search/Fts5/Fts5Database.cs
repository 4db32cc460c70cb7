using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fazhi.Search.Text;
using Microsoft.Data.Sqlite;

namespace Fazhi.Search.Fts5;

/// <summary>A file with an index. One that another version wrote, or that is damaged, is made anew: it is filled from the feeds again.</summary>
internal sealed class Fts5Database
{
    /// <summary>Changes with what is written into the schema.</summary>
    private const string FormatVersion = "3";

    private const string DamageSuffix = ".damaged";
    private const int SqliteCorrupt = 11;
    private const int SqliteNotADatabase = 26;

    private readonly string connectionString;

    /// <param name="path">The file.</param>
    /// <param name="isBuild">It is made beside the one in use: only one of the same kind is gone on with.</param>
    /// <param name="logger">Told when a file is discarded.</param>
    public Fts5Database(string path, bool isBuild, ILogger logger)
    {
        Path = path;
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 30 }.ToString();
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        if (IsUsable(isBuild, logger))
            return;
        Delete(path);
        Create(isBuild);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>A connection for reading, with the functions that searching needs.</summary>
    public SqliteConnection OpenForReading()
    {
        var connection = Open("PRAGMA query_only = ON; PRAGMA mmap_size = 8589934592; PRAGMA temp_store = MEMORY;");
        Fts5Frequencies.Register(connection);
        return connection;
    }

    /// <summary>
    /// A connection for writing. A power cut may take back the last commits, whole: the feeds bring them again. The log is written back by <see cref="Checkpoint"/>,
    /// not within a commit: readers wait for the end of that.
    /// </summary>
    public SqliteConnection OpenForWriting() => Open("PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 0;");

    /// <summary>Writes the log back into the file once it is long, as far as no one reads from it.</summary>
    public void Checkpoint(SqliteConnection writing)
    {
        const long Long = 64L * 1024 * 1024;
        if (new FileInfo(Path + "-wal") is { Exists: true, Length: > Long })
            writing.Execute("PRAGMA wal_checkpoint(PASSIVE)");
    }

    /// <summary>The error says that the file is damaged.</summary>
    public static bool IsDamage(SqliteException error) => error.SqliteErrorCode is SqliteCorrupt or SqliteNotADatabase;

    /// <summary>Remembers that the file is damaged: the next start makes it anew.</summary>
    public void MarkDamaged() => File.WriteAllText(DamageMark, "");

    /// <summary>Deletes a file and what stands beside it.</summary>
    public static void Delete(string path)
    {
        foreach (var file in (string[])[path, path + "-wal", path + "-shm", path + DamageSuffix])
            File.Delete(file);
    }

    // Of the schema itself, without what is only said in it: one that is changed is never taken for the one before.
    private static long Version { get; } = BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        [.. ReadSchema().Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal)), FormatVersion, TokenText.Version.ToString(CultureInfo.InvariantCulture)]))));

    private string DamageMark => Path + DamageSuffix;

    private bool IsUsable(bool isBuild, ILogger logger)
    {
        if (!File.Exists(Path))
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
                return (long)connection.Scalar("SELECT building FROM state")! == (isBuild ? 1 : 0);
            logger.LogInformation("index.discarded: format {Found} instead of {Expected}", version, Version);
        }
        catch (SqliteException error) when (IsDamage(error))
        {
            logger.LogWarning(error, "index.discarded: damaged");
        }
        return false;
    }

    private void Create(bool isBuild)
    {
        using var connection = Open("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        using var transaction = connection.BeginTransaction();
        connection.Execute(ReadSchema());
        connection.Execute(
            "INSERT INTO state (file, generation, next_document, building) VALUES ($file, 0, 1, $building)",
            ("$file", Guid.NewGuid().ToString("n")[..12]),
            ("$building", isBuild ? 1 : 0));
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
