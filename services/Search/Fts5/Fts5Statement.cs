using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Fazhi.Search.Fts5;

/// <summary>A statement that is prepared once and run often, or has very many rows: it takes and gives bytes as they are. Parameters and columns are called by number.</summary>
internal sealed class Fts5Statement : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly sqlite3_stmt statement;

    public Fts5Statement(SqliteConnection connection, string sql)
    {
        this.connection = connection;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v3(connection.Handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement), connection.Handle);
    }

    /// <summary>Gives a parameter, from 1, its value. It keeps it.</summary>
    public Fts5Statement Set(int parameter, long value) => Checked(raw.sqlite3_bind_int64(statement, parameter, value));

    public Fts5Statement Set(int parameter, string value) => Checked(raw.sqlite3_bind_text(statement, parameter, value));

    /// <summary>A text in UTF-8.</summary>
    public Fts5Statement SetText(int parameter, ReadOnlySpan<byte> value) => Checked(raw.sqlite3_bind_text(statement, parameter, value));

    public Fts5Statement SetBytes(int parameter, ReadOnlySpan<byte> value) => Checked(raw.sqlite3_bind_blob(statement, parameter, value));

    /// <summary>Runs it to its end.</summary>
    public void Run()
    {
        try
        {
            while (Step())
            {
            }
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Goes to the next row; false behind the last.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(statement);
        if (code is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            SqliteException.ThrowExceptionForRC(code, connection.Handle);
        return code == raw.SQLITE_ROW;
    }

    /// <summary>Lets go of its rows.</summary>
    public void Reset() => raw.sqlite3_reset(statement);

    /// <summary>A column of the row, from 0.</summary>
    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(statement, column).ToArray();

    public void Dispose() => statement.Dispose();

    private Fts5Statement Checked(int code)
    {
        SqliteException.ThrowExceptionForRC(code, connection.Handle);
        return this;
    }
}
