using System.Globalization;
using Dapper;
using Fazhi.Hosting.Tests.Host;

namespace Fazhi.Hosting.Tests.Store;

/// <summary>In a child process: writes one note after the other and prints the number of each once the store has acknowledged it.</summary>
internal static class WritingChild
{
    public static async Task<int> RunAsync(string path)
    {
        await using var store = SqliteStore.Open(path, typeof(EchoHost).Assembly);
        var changes = new ChangeLog(store, TimeProvider.System);
        var number = await store.ReadAsync(connection => connection.ExecuteScalar<long>("SELECT coalesce(max(number), 0) FROM notes"), CancellationToken.None);
        while (true)
        {
            number++;
            var next = number;
            await store.WriteAsync(
                (connection, transaction) =>
                {
                    connection.Execute("INSERT INTO notes (number, text) VALUES (@next, @text)", new { next, text = new string('法', 2000) }, transaction);
                    changes.Append(transaction, $"notes/{next}");
                },
                CancellationToken.None);
            Console.WriteLine(number.ToString(CultureInfo.InvariantCulture));
        }
    }
}
