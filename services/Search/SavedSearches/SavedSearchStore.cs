using System.Globalization;
using System.Text.Json;
using Dapper;
using Fazhi.Hosting;
using Fazhi.Search.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Data.Sqlite;

namespace Fazhi.Search.SavedSearches;

/// <summary>The saved searches, which documents match them, and what is new to them.</summary>
internal sealed class SavedSearchStore(SqliteStore store, RequestIds requestIds, TimeProvider time)
{
    /// <summary>Most searches that are kept.</summary>
    public const int MaxSearches = 1_000;

    /// <summary>Most documents that may match a search when it is saved.</summary>
    public const int MaxMembers = 200_000;

    private const int MaxMatches = 10_000;
    private const int MaxPosts = 1_000;
    private const string ResourceType = "SavedSearch";

    private const string Columns =
        """
        s.number, s.id, s.title, s.search, s.revision, s.webhook_url AS WebhookUrl, s.webhook_error AS WebhookError, s.seen_up_to AS SeenUpTo,
        s.seen_time AS SeenTime, s.create_time AS CreateTime, s.update_time AS UpdateTime,
        (SELECT count(*) FROM matches m WHERE m.search = s.number AND m.number > s.seen_up_to) AS NewCount,
        (SELECT count(*) FROM posts p WHERE p.search = s.number) AS Waiting
        """;

    private static readonly ResourceName Names = new("savedSearches/{id}");

    /// <summary>The search that an earlier request with the same id made; null when there was none.</summary>
    public Task<SavedSearch?> FindMadeAsync(CreateSavedSearchRequest request, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) => requestIds.Find(transaction, request.RequestId, request) is { } name ? Find(connection, Names.Parse(name), transaction)?.ToContract() : null,
        cancellationToken);

    /// <summary>Keeps a search with the documents that match it now.</summary>
    /// <param name="request">What is kept.</param>
    /// <param name="members">Names of the documents.</param>
    /// <param name="positions">How far the index had come with each feed before they were looked for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<SavedSearch> CreateAsync(
        CreateSavedSearchRequest request, IReadOnlyCollection<string> members, IReadOnlyDictionary<string, string> positions, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) =>
        {
            if (requestIds.Find(transaction, request.RequestId, request) is { } name && Find(connection, Names.Parse(name), transaction) is { } made)
                return made.ToContract();
            var count = connection.ExecuteScalar<long>("SELECT count(*) FROM saved_searches", transaction: transaction);
            if (count >= MaxSearches)
                throw FazhiException.ResourceExhausted("TOO_MANY_SAVED_SEARCHES", $"最多保存 {MaxSearches} 个检索：请先删除不再需要的");
            if (count == 0)
                SetPositions(connection, transaction, positions);

            var id = Guid.NewGuid().ToString("N");
            var given = request.SavedSearch;
            var number = connection.ExecuteScalar<long>(
                """
                INSERT INTO saved_searches (id, title, search, search_revision, revision, webhook_url, webhook_secret, webhook_error, seen_up_to, create_time, update_time)
                VALUES (@id, @Title, @search, 1, 1, @WebhookUrl, @WebhookSecret, '', 0, @now, @now) RETURNING number
                """,
                new { id, given.Title, search = given.Search.ToByteArray(), given.WebhookUrl, given.WebhookSecret, now = Now() },
                transaction);
            SetMembers(connection, transaction, number, members);
            requestIds.Save(transaction, request.RequestId, request, Names.Format(id));
            return Find(connection, id, transaction)!.ToContract();
        },
        cancellationToken);

    /// <summary>A search that is kept.</summary>
    /// <exception cref="FazhiException">NOT_FOUND.</exception>
    public Task<SavedSearch> GetAsync(string name, CancellationToken cancellationToken)
    {
        var id = Names.Parse(name);
        return store.ReadAsync(connection => Find(connection, id)?.ToContract() ?? throw FazhiException.NotFound(ResourceType, name), cancellationToken);
    }

    /// <summary>The searches that are kept, newest first.</summary>
    public Task<Page<SavedSearch>> ListAsync(ListSavedSearchesRequest request, int size, CancellationToken cancellationToken)
    {
        var before = PageToken.Read(request, 1) is { } key ? long.Parse(key[0], CultureInfo.InvariantCulture) : long.MaxValue;
        return store.ReadAsync(
            connection =>
            {
                var rows = connection.Query<Row>(
                    $"SELECT {Columns} FROM saved_searches s WHERE s.number < @before ORDER BY s.number DESC LIMIT @limit", new { before, limit = size + 1 }).AsList();
                var page = Page.Of(request, size, rows, row => [row.Number.ToString(CultureInfo.InvariantCulture)]);
                return new Page<SavedSearch>([.. page.Items.Select(row => row.ToContract())], page.NextPageToken);
            },
            cancellationToken);
    }

    /// <summary>Changes fields of a search.</summary>
    /// <param name="given">The search with the new values.</param>
    /// <param name="fields">The fields to change, as the contract calls them.</param>
    /// <param name="members">The documents that match it now, if the search itself is among the fields.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FazhiException">NOT_FOUND; ABORTED: it has changed since it was read.</exception>
    public Task<SavedSearch> UpdateAsync(
        SavedSearch given, IReadOnlySet<string> fields, IReadOnlyCollection<string> members, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) =>
        {
            var id = Names.Parse(given.Name, "saved_search.name");
            var now = Find(connection, id, transaction) ?? throw FazhiException.NotFound(ResourceType, given.Name);
            Etag.Check(now.Etag, given.Etag, ResourceType, given.Name);
            connection.Execute(
                """
                UPDATE saved_searches SET
                    title          = iif(@title, @Title_, title),
                    search          = iif(@search, @Search_, search),
                    search_revision = search_revision + @search,
                    webhook_url     = iif(@url, @Url_, webhook_url),
                    webhook_error   = iif(@url, '', webhook_error),
                    webhook_secret  = iif(@secret, @Secret_, webhook_secret),
                    revision = revision + 1, update_time = @time
                WHERE number = @Number
                """,
                new
                {
                    now.Number,
                    title = fields.Contains("title"),
                    Title_ = given.Title,
                    search = fields.Contains("search"),
                    Search_ = given.Search?.ToByteArray() ?? [],
                    url = fields.Contains("webhook_url"),
                    Url_ = given.WebhookUrl,
                    secret = fields.Contains("webhook_secret"),
                    Secret_ = given.WebhookSecret,
                    time = Now(),
                },
                transaction);
            if (fields.Contains("search"))
                SetMembers(connection, transaction, now.Number, members);
            if (fields.Contains("webhook_url") && given.WebhookUrl.Length == 0)
                connection.Execute("DELETE FROM posts WHERE search = @Number", new { now.Number }, transaction);
            return Find(connection, id, transaction)!.ToContract();
        },
        cancellationToken);

    /// <summary>Forgets a search with all that is new to it.</summary>
    /// <exception cref="FazhiException">NOT_FOUND.</exception>
    public Task DeleteAsync(string name, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) =>
        {
            var id = Names.Parse(name);
            if (connection.Execute("DELETE FROM saved_searches WHERE id = @id", new { id }, transaction) == 0)
                throw FazhiException.NotFound(ResourceType, name);
            connection.Execute(
                """
                DELETE FROM documents WHERE id NOT IN (SELECT document FROM members) AND id NOT IN (SELECT document FROM matches);
                DELETE FROM evaluated WHERE NOT EXISTS (SELECT 1 FROM saved_searches);
                """,
                transaction: transaction);
        },
        cancellationToken);

    /// <summary>What came to match a search, newest first: number, document and time; and how many there are in all.</summary>
    public Task<(Page<(long Number, string Name, long Time, bool New)> Page, long Total)> ListMatchesAsync(ListMatchesRequest request, int size, CancellationToken cancellationToken)
    {
        var id = Names.Parse(request.Parent, "parent");
        var before = PageToken.Read(request, 1) is { } key ? long.Parse(key[0], CultureInfo.InvariantCulture) : long.MaxValue;
        return store.ReadAsync(
            connection =>
            {
                var search = Find(connection, id) ?? throw FazhiException.NotFound(ResourceType, request.Parent);
                var parameters = new { search.Number, search.SeenUpTo, after = request.NewOnly ? search.SeenUpTo : 0, before, limit = size + 1 };
                var rows = connection.Query<(long, string, long, bool)>(
                    """
                    SELECT m.number, d.name, m.time, m.number > @SeenUpTo FROM matches m JOIN documents d ON d.id = m.document
                    WHERE m.search = @Number AND m.number > @after AND m.number < @before ORDER BY m.number DESC LIMIT @limit
                    """,
                    parameters).AsList();
                var total = connection.ExecuteScalar<long>("SELECT count(*) FROM matches WHERE search = @Number AND number > @after", parameters);
                return (Page.Of(request, size, rows, row => [row.Item1.ToString(CultureInfo.InvariantCulture)]), total);
            },
            cancellationToken);
    }

    /// <summary>Marks matches as looked at.</summary>
    /// <exception cref="FazhiException">NOT_FOUND.</exception>
    public Task<SavedSearch> MarkSeenAsync(MarkSeenRequest request, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) =>
        {
            var id = Names.Parse(request.Name);
            var now = Find(connection, id, transaction) ?? throw FazhiException.NotFound(ResourceType, request.Name);
            connection.Execute(
                """
                UPDATE saved_searches SET seen_time = @time, revision = revision + 1, seen_up_to = max(seen_up_to,
                    (SELECT coalesce(max(number), 0) FROM matches WHERE search = @Number AND (@UpTo = 0 OR number <= @UpTo)))
                WHERE number = @Number
                """,
                new { now.Number, request.UpTo, time = Now() },
                transaction);
            return Find(connection, id, transaction)!.ToContract();
        },
        cancellationToken);

    /// <summary>All searches, to hold changes against.</summary>
    public Task<IReadOnlyList<KeptSearch>> AllAsync(CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<KeptSearch>>(
        connection => [.. connection.Query<(long Number, string Id, long Revision, byte[] Search)>("SELECT number, id, search_revision, search FROM saved_searches ORDER BY number")
            .Select(row => new KeptSearch(row.Number, Names.Format(row.Id), row.Revision, SearchRequest.Parser.ParseFrom(row.Search)))],
        cancellationToken);

    /// <summary>Whether there is no search.</summary>
    public Task<bool> IsEmptyAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(connection => connection.ExecuteScalar<long>("SELECT count(*) FROM saved_searches") == 0, cancellationToken);

    /// <summary>How far a feed's changes have been held against the searches; null when there are none to hold them against.</summary>
    public Task<string?> EvaluatedAsync(string feed, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => connection.QuerySingleOrDefault<string>("SELECT position FROM evaluated WHERE feed = @feed", new { feed }), cancellationToken);

    /// <summary>Notes what has come to match, what no longer does, and how far the feeds have been looked at: all or nothing.</summary>
    public Task RecordAsync(MatchBatch batch, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) =>
        {
            var revisions = connection.Query<(long Number, long Revision)>("SELECT number, search_revision FROM saved_searches", transaction: transaction)
                .ToDictionary(row => row.Number, row => row.Revision);
            if (revisions.Count == 0)
                return;
            var before = MembersAmong(connection, transaction, batch.Names);
            foreach (var (search, names) in batch.Matching)
            {
                // One that was changed meanwhile has been held against all documents anew.
                if (revisions.TryGetValue(search.Number, out var revision) && revision == search.Revision)
                    Record(connection, transaction, search.Number, before[search.Number].ToHashSet(StringComparer.Ordinal), names);
            }
            connection.Execute(
                """
                DELETE FROM matches WHERE document IN (SELECT id FROM documents WHERE name IN (SELECT value FROM json_each(@removed)));
                DELETE FROM members WHERE document IN (SELECT id FROM documents WHERE name IN (SELECT value FROM json_each(@removed)));
                """,
                new { removed = JsonSerializer.Serialize(batch.Removed) },
                transaction);
            SetPositions(connection, transaction, batch.Positions);
        },
        cancellationToken);

    /// <summary>The next post of each search that is due, the longest due first.</summary>
    public Task<IReadOnlyList<WaitingPost>> DuePostsAsync(int limit, CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<WaitingPost>>(
        connection => connection.Query<WaitingPost>(
            """
            SELECT p.match AS Match, p.search AS Search, p.attempts AS Attempts, s.webhook_url AS Url, s.webhook_secret AS Secret
            FROM posts p JOIN saved_searches s ON s.number = p.search
            WHERE p.match = (SELECT min(match) FROM posts f WHERE f.search = p.search) AND p.due <= @now ORDER BY p.due LIMIT @limit
            """,
            new { now = Now(), limit }).AsList(),
        cancellationToken);

    /// <summary>The match that a post is about, with its search; null when it is gone.</summary>
    public Task<(KeptSearch Search, string Title, string Document, long Time)?> FindMatchAsync(long number, CancellationToken cancellationToken) => store.ReadAsync(
        connection => connection.QuerySingleOrDefault<(long Number, string Id, long Revision, byte[] Search, string Title, string Document, long Time)?>(
            """
            SELECT s.number, s.id, s.search_revision, s.search, s.title, d.name, m.time
            FROM matches m JOIN saved_searches s ON s.number = m.search JOIN documents d ON d.id = m.document WHERE m.number = @number
            """,
            new { number }) is { } row
            ? (new KeptSearch(row.Number, Names.Format(row.Id), row.Revision, SearchRequest.Parser.ParseFrom(row.Search)), row.Title, row.Document, row.Time)
            : ((KeptSearch, string, string, long)?)null,
        cancellationToken);

    /// <summary>A post has arrived, or is given up.</summary>
    public Task EndPostAsync(WaitingPost post, string error, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) =>
        {
            connection.Execute("DELETE FROM posts WHERE match = @Match", post, transaction);
            SetError(connection, transaction, post, error);
        },
        cancellationToken);

    /// <summary>A post has failed and is tried again.</summary>
    public Task RetryPostAsync(WaitingPost post, TimeSpan after, string error, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) =>
        {
            connection.Execute(
                "UPDATE posts SET attempts = attempts + 1, due = @due WHERE match = @Match", new { post.Match, due = Now() + (long)after.TotalMilliseconds }, transaction);
            SetError(connection, transaction, post, error);
        },
        cancellationToken);

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private void Record(SqliteConnection connection, SqliteTransaction transaction, long search, HashSet<string> before, IReadOnlySet<string> matching)
    {
        string[] come = [.. matching.Where(name => !before.Contains(name))];
        string[] gone = [.. before.Where(name => !matching.Contains(name))];
        if (come.Length + gone.Length == 0)
            return;
        connection.Execute(
            """
            INSERT OR IGNORE INTO documents (name) SELECT value FROM json_each(@come);
            INSERT INTO members (search, document) SELECT @search, id FROM documents WHERE name IN (SELECT value FROM json_each(@come));
            DELETE FROM members WHERE search = @search AND document IN (SELECT id FROM documents WHERE name IN (SELECT value FROM json_each(@gone)));
            DELETE FROM matches WHERE search = @search AND document IN (SELECT id FROM documents WHERE name IN (SELECT value FROM json_each(@come)));
            INSERT INTO matches (search, document, time) SELECT @search, d.id, @now FROM json_each(@come) j JOIN documents d ON d.name = j.value ORDER BY j.key;
            INSERT INTO posts (match, search, attempts, due)
                SELECT m.number, @search, 0, @now FROM matches m JOIN saved_searches s ON s.number = m.search
                WHERE m.search = @search AND s.webhook_url <> '' AND m.document IN (SELECT id FROM documents WHERE name IN (SELECT value FROM json_each(@come)));
            """,
            new { search, come = JsonSerializer.Serialize(come), gone = JsonSerializer.Serialize(gone), now = Now() },
            transaction);
        KeepWithinLimits(connection, transaction, search);
    }

    private static void KeepWithinLimits(SqliteConnection connection, SqliteTransaction transaction, long search)
    {
        connection.Execute(
            "DELETE FROM matches WHERE search = @search AND number <= (SELECT number FROM matches WHERE search = @search ORDER BY number DESC LIMIT 1 OFFSET @MaxMatches)",
            new { search, MaxMatches },
            transaction);
        var dropped = connection.Execute(
            "DELETE FROM posts WHERE search = @search AND match <= (SELECT match FROM posts WHERE search = @search ORDER BY match DESC LIMIT 1 OFFSET @MaxPosts)",
            new { search, MaxPosts },
            transaction);
        if (dropped > 0)
        {
            connection.Execute(
                "UPDATE saved_searches SET webhook_error = @error WHERE number = @search",
                new { search, error = $"等待推送的超过 {MaxPosts} 条，最早的 {dropped} 条未推送" },
                transaction);
        }
    }

    private static ILookup<long, string> MembersAmong(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<string> names) =>
        connection.Query<(long Search, string Name)>(
            "SELECT m.search, d.name FROM documents d JOIN members m ON m.document = d.id WHERE d.name IN (SELECT value FROM json_each(@names))",
            new { names = JsonSerializer.Serialize(names) },
            transaction).ToLookup(row => row.Search, row => row.Name);

    private static void SetMembers(SqliteConnection connection, SqliteTransaction transaction, long search, IReadOnlyCollection<string> members) => connection.Execute(
        """
        DELETE FROM members WHERE search = @search;
        INSERT OR IGNORE INTO documents (name) SELECT value FROM json_each(@names);
        INSERT INTO members (search, document) SELECT @search, id FROM documents WHERE name IN (SELECT value FROM json_each(@names));
        """,
        new { search, names = JsonSerializer.Serialize(members) },
        transaction);

    private static void SetPositions(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyDictionary<string, string> positions) => connection.Execute(
        "INSERT OR REPLACE INTO evaluated (feed, position) VALUES (@Key, @Value)", positions.Select(pair => new { pair.Key, pair.Value }), transaction);

    private static void SetError(SqliteConnection connection, SqliteTransaction transaction, WaitingPost post, string error) =>
        connection.Execute("UPDATE saved_searches SET webhook_error = @error WHERE number = @Search", new { post.Search, error }, transaction);

    private static Row? Find(SqliteConnection connection, string id, SqliteTransaction? transaction = null) =>
        connection.QuerySingleOrDefault<Row>($"SELECT {Columns} FROM saved_searches s WHERE s.id = @id", new { id }, transaction);

    private sealed record Row
    {
        public long Number { get; init; }

        public string Id { get; init; } = "";

        public string Title { get; init; } = "";

        public byte[] Search { get; init; } = [];

        public long Revision { get; init; }

        public string WebhookUrl { get; init; } = "";

        public string WebhookError { get; init; } = "";

        public long SeenUpTo { get; init; }

        public long? SeenTime { get; init; }

        public long CreateTime { get; init; }

        public long UpdateTime { get; init; }

        public long NewCount { get; init; }

        public long Waiting { get; init; }

        public string Etag => Hosting.Etag.Of(Names.Format(Id), Revision);

        public SavedSearch ToContract() => new()
        {
            Name = Names.Format(Id),
            Title = Title,
            Search = SearchRequest.Parser.ParseFrom(Search),
            WebhookUrl = WebhookUrl,
            WebhookError = WebhookError,
            WebhookWaiting = Waiting,
            NewCount = NewCount,
            SeenTime = SeenTime is { } seen ? TimeOf(seen) : null,
            CreateTime = TimeOf(CreateTime),
            UpdateTime = TimeOf(UpdateTime),
            Etag = Etag,
        };
    }

    private static Timestamp TimeOf(long milliseconds) => Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
