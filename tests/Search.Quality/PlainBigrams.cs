using Fazhi.Search.Text;
using Microsoft.Data.Sqlite;

namespace Fazhi.Search.Quality;

/// <summary>A baseline: SQLite FTS5 over the bigrams of title, headings and text together, any of the query's bigrams, BM25, nothing else.</summary>
internal sealed class PlainBigrams : SearchSystem
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly List<FoundPassage> passages = [];

    public PlainBigrams(JudgedCorpus corpus)
    {
        connection.Open();
        Execute("CREATE VIRTUAL TABLE tokens USING fts5 (text)");
        foreach (var (file, document) in corpus.Documents)
        {
            foreach (var passage in document.Passages)
            {
                using var insert = connection.CreateCommand();
                insert.CommandText = "INSERT INTO tokens (rowid, text) VALUES ($id, $text)";
                insert.Parameters.AddWithValue("$id", passages.Count);
                insert.Parameters.AddWithValue("$text", TokenText.Of(string.Join('\n', [document.Summary.Title, .. passage.Headings, passage.Text])));
                insert.ExecuteNonQuery();
                passages.Add(new FoundPassage(file, passage.Range));
            }
        }
    }

    public override string Name => "plain BM25 over bigrams";

    public override Task<IReadOnlyList<FoundPassage>> SearchAsync(string query)
    {
        var found = new List<FoundPassage>();
        var tokens = TokenText.Of(WordsOf(query)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(token => token.EnumerateRunes().Count() > 1).Distinct(StringComparer.Ordinal).ToList();
        if (tokens.Count > 0)
        {
            using var select = connection.CreateCommand();
            select.CommandText = "SELECT rowid FROM tokens WHERE tokens MATCH $match ORDER BY rank LIMIT $depth";
            select.Parameters.AddWithValue("$match", string.Join(" OR ", tokens.Select(token => $"\"{token}\"")));
            select.Parameters.AddWithValue("$depth", Depth);
            using var reader = select.ExecuteReader();
            while (reader.Read())
                found.Add(passages[reader.GetInt32(0)]);
        }
        return Task.FromResult<IReadOnlyList<FoundPassage>>(found);
    }

    public override ValueTask DisposeAsync() => connection.DisposeAsync();

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
