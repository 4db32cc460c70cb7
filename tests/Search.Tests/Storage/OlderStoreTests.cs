using Dapper;
using Fazhi.Hosting;
using Fazhi.Search.Themes;
using Fazhi.Testing;

namespace Fazhi.Search.Tests.Storage;

/// <summary>A store that earlier code wrote, which holds people's saved searches: it is brought up to date, never made anew.</summary>
public sealed class OlderStoreTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("number INTEGER PRIMARY KEY, json TEXT NOT NULL")]
    [InlineData("only INTEGER PRIMARY KEY CHECK (only = 1), loaded TEXT NOT NULL")]
    public async Task Store_with_either_table_of_catalogues_keeps_searches_and_takes_catalogues(string columns)
    {
        await using var folder = new TempFolder();
        await using (var store = Open(folder))
        {
            await store.WriteAsync(
                (connection, transaction) => connection.Execute(
                    $"""
                    DROP TABLE theme_catalogues;
                    CREATE TABLE theme_catalogues ({columns}) STRICT;
                    INSERT INTO theme_catalogues VALUES (1, '[]');
                    DELETE FROM schema_versions WHERE component = 'service' AND version > 2;
                    INSERT INTO saved_searches (id, title, search, search_revision, revision, webhook_url, webhook_secret, webhook_error, seen_up_to, create_time, update_time)
                    VALUES ('kept', '望岫县的任务', x'', 1, 1, '', '', '', 0, 0, 0)
                    """,
                    transaction: transaction),
                Token);
        }

        await using var opened = Open(folder);
        var themes = new ThemeStore(opened);
        Assert.Null(await themes.FindAsync(Token));
        await themes.ReplaceAsync(["{}"], Token);

        Assert.Equal(["{}"], await themes.FindAsync(Token));
        Assert.Equal("望岫县的任务", await opened.ReadAsync(connection => connection.QuerySingle<string>("SELECT title FROM saved_searches"), Token));
    }

    private static SqliteStore Open(TempFolder folder) => SqliteStore.Open(folder["search.db"], typeof(ThemeStore).Assembly);
}
