using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Fazhi.Search.Fts5;

/// <summary>
/// The auxiliary function <c>frequencies</c> of FTS5: how often the one phrase of an expression stands in the first two columns of a row (title and region of a
/// document, heading and body of a passage), a byte each, the first lowest. bm25() reads the whole list of a phrase once more for every statement and the length of every row from a table; both are in memory
/// here, and this alone is not.
/// </summary>
internal static unsafe partial class Fts5Frequencies
{
    private const int Columns = 2;
    private const int Most = byte.MaxValue;

    // Places of the functions in the struct Fts5ExtensionApi, and of xCreateFunction in fts5_api, in pointers (fts5.h).
    private const int PhraseFirst = 16, PhraseNext = 17, CreateFunction = 3;

    /// <summary>Makes the function known to a connection.</summary>
    public static void Register(SqliteConnection connection)
    {
        void** api = null;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection.Handle, "SELECT fts5(?1)", out var statement), connection.Handle);
        using (statement)
        {
            fixed (byte* type = "fts5_api_ptr\0"u8)
            {
                BindPointer(statement.DangerousGetHandle(), 1, &api, type, 0);
                raw.sqlite3_step(statement);
            }
        }
        if (api is null)
            throw new InvalidOperationException("this SQLite has no FTS5");

        fixed (byte* name = "frequencies\0"u8)
        {
            var create = (delegate* unmanaged[Cdecl]<void*, byte*, void*, void*, void*, int>)api[CreateFunction];
            delegate* unmanaged[Cdecl]<void**, void*, void*, int, void**, void> function = &Count;
            SqliteException.ThrowExceptionForRC(create(api, name, null, function, null), connection.Handle);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Count(void** api, void* cursor, void* result, int count, void** arguments)
    {
        var first = (delegate* unmanaged[Cdecl]<void*, int, Iterator*, int*, int*, int>)api[PhraseFirst];
        var next = (delegate* unmanaged[Cdecl]<void*, Iterator*, int*, int*, void>)api[PhraseNext];
        var found = stackalloc int[Columns];
        new Span<int>(found, Columns).Clear();
        Iterator iterator;
        int column, offset;
        if (first(cursor, 0, &iterator, &column, &offset) == raw.SQLITE_OK)
        {
            for (; column >= 0; next(cursor, &iterator, &column, &offset))
            {
                if (column < Columns && found[column] < Most)
                    found[column]++;
            }
        }
        ResultInt64(result, found[0] + (found[1] << 8));
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_bind_pointer")]
    private static partial int BindPointer(nint statement, int index, void* pointer, byte* type, nint destructor);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_result_int64")]
    private static partial void ResultInt64(void* context, long value);

    [StructLayout(LayoutKind.Sequential)]
    private struct Iterator
    {
        public void* A;
        public void* B;
    }
}
