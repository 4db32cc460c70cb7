using Dapper;
using Fazhi.Catalogues.Functions;
using Fazhi.Catalogues.Regions;
using Fazhi.Hosting;
using Fazhi.Units.Mentions;
using Fazhi.Units.Registry;
using Google.Protobuf;
using Microsoft.Data.Sqlite;

namespace Fazhi.Units.Storage;

/// <summary>The proposals of units, and where documents name them.</summary>
internal sealed class ProposalStore(SqliteStore store, ChangeLog changes, RequestIds requestIds, TimeProvider time)
{
    private const int MostDocuments = 100;
    private const int MostShortNames = 20;

    /// <summary>Takes in what a document proposes in the place of what it proposed before.</summary>
    /// <param name="document">Its resource name.</param>
    /// <param name="mentions">The proposals with the words as printed, one entry a mention.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task RememberAsync(string document, IReadOnlyCollection<(Proposal Proposal, string Text)> mentions, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) =>
        {
            connection.Execute("DELETE FROM unit_proposal_mentions WHERE document = @document", new { document }, transaction);
            foreach (var group in mentions.GroupBy(mention => (mention.Proposal.Region, mention.Proposal.Name)))
            {
                var id = Upsert(connection, transaction, group.First().Proposal);
                connection.Execute(
                    "INSERT INTO unit_proposal_mentions (proposal_id, document, text, count) VALUES (@id, @document, @text, @count)",
                    group.GroupBy(mention => mention.Text, StringComparer.Ordinal).Select(texts => new { id, document, text = texts.Key, count = texts.Count() }),
                    transaction);
            }

            connection.Execute(
                "DELETE FROM unit_proposals WHERE dismissed = 0 AND NOT EXISTS (SELECT 1 FROM unit_proposal_mentions WHERE proposal_id = id)", transaction: transaction);
        },
        cancellationToken);

    /// <summary>At most <paramref name="limit"/> proposals after the key, by region code and name, and how many there are in all.</summary>
    public Task<(IReadOnlyList<StoredProposal> Proposals, int Total)> ListAsync(
        RegionCode? region, string document, string afterRegion, string afterName, int limit, CancellationToken cancellationToken) =>
        store.ReadAsync<(IReadOnlyList<StoredProposal>, int)>(
            connection =>
            {
                var parameters = new { region = region?.Value, document, afterRegion, afterName, limit };
                var rows = connection.Query<Row>(
                    $"SELECT {Columns} FROM unit_proposals WHERE {Listed} AND (region_code, name) > (@afterRegion, @afterName) ORDER BY region_code, name LIMIT @limit", parameters);
                var total = connection.ExecuteScalar<int>($"SELECT count(*) FROM unit_proposals WHERE {Listed}", parameters);
                return ([.. rows.Select(row => row.ToStored(connection))], total);
            },
            cancellationToken);

    /// <summary>Makes units of proposals, all or none; one whose name is registered meanwhile gives that unit.</summary>
    /// <exception cref="FazhiException">NOT_FOUND: one of the proposals is not there.</exception>
    public Task<IReadOnlyList<StoredUnit>> AcceptAsync(IReadOnlyList<string> ids, string requestId, IMessage request, CancellationToken cancellationToken) =>
        store.WriteAsync<IReadOnlyList<StoredUnit>>(
            (connection, transaction) =>
            {
                if (requestIds.Find(transaction, requestId, request) is { } known)
                    return [.. known.Split(' ').Select(name => UnitRows.Find(connection, Names.Unit.Parse(name)) ?? throw FazhiException.NotFound("Unit", name))];
                List<StoredUnit> units = [.. ids.Select(id => Accept(connection, transaction, id))];
                connection.Execute("DELETE FROM unit_proposals WHERE id IN (SELECT value FROM json_each(@ids))", new { ids = Json.Write(ids) }, transaction);
                requestIds.Save(transaction, requestId, request, string.Join(' ', units.Select(unit => UnitStore.NameOf(unit.Id))));
                return units;
            },
            cancellationToken);

    /// <summary>Takes a proposal away for good.</summary>
    /// <exception cref="FazhiException">NOT_FOUND.</exception>
    public Task DismissAsync(string id, CancellationToken cancellationToken) => store.WriteAsync(
        (connection, transaction) =>
        {
            if (connection.Execute("UPDATE unit_proposals SET dismissed = 1 WHERE id = @id AND dismissed = 0", new { id }, transaction) == 0)
                throw NotFound(id);
        },
        cancellationToken);

    /// <summary>The resource name of a proposal.</summary>
    public static string NameOf(string id) => Names.Proposal.Format(id);

    private StoredUnit Accept(SqliteConnection connection, SqliteTransaction transaction, string id)
    {
        var found = connection.QuerySingleOrDefault<Row>($"SELECT {Columns} FROM unit_proposals WHERE id = @id AND dismissed = 0", new { id }, transaction)?.ToStored(connection)
            ?? throw NotFound(id);
        var unit = new Unit(found.Proposal.Region, found.Proposal.Name)
        {
            ShortNames = [.. found.Texts.Where(text => text != found.Proposal.Name && !text.Any(char.IsWhiteSpace)).Take(MostShortNames)],
            Kind = found.Proposal.Kind,
            Function = found.Proposal.Function,
        };
        if (UnitRows.Namesake(connection, "", unit) is { } namesake)
            return UnitRows.Find(connection, namesake)!;
        var unitId = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        UnitRows.Insert(connection, transaction, unitId, unit, time.GetUtcNow());
        changes.Append(transaction, UnitStore.NameOf(unitId));
        return UnitRows.Find(connection, unitId)!;
    }

    private string Upsert(SqliteConnection connection, SqliteTransaction transaction, Proposal proposal) => connection.QuerySingle<string>(
        """
        INSERT INTO unit_proposals (id, region_code, name, function, kind, create_time)
        VALUES (@id, @region, @Name, @Function, @kind, @now)
        ON CONFLICT (region_code, name) DO UPDATE SET function = excluded.function, kind = excluded.kind
        RETURNING id
        """,
        new
        {
            id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N"),
            region = proposal.Region.Value,
            proposal.Name,
            proposal.Function,
            kind = (int)proposal.Kind,
            now = time.GetUtcNow().ToUnixTimeMilliseconds(),
        },
        transaction);

    private static FazhiException NotFound(string id) => FazhiException.NotFound("UnitProposal", NameOf(id));

    private const string Columns = "id, region_code AS regionCode, name, function, kind, create_time AS createTime";

    private const string Listed =
        """
        dismissed = 0
        AND (@region IS NULL OR region_code = @region)
        AND (@document = '' OR EXISTS (SELECT 1 FROM unit_proposal_mentions WHERE proposal_id = id AND document = @document))
        AND NOT EXISTS (SELECT 1 FROM units WHERE units.region_code = unit_proposals.region_code AND units.name = unit_proposals.name)
        """;

    private sealed record Row(string Id, string RegionCode, string Name, string Function, long Kind, long CreateTime)
    {
        public StoredProposal ToStored(SqliteConnection connection)
        {
            var mentions = connection.Query<(string Document, string Text, long Count)>(
                "SELECT document, text, count FROM unit_proposal_mentions WHERE proposal_id = @Id ORDER BY count DESC, text", new { Id }).AsList();
            return new StoredProposal(
                Id,
                new Proposal(Fazhi.Catalogues.Regions.RegionCode.Parse(RegionCode), Name, Function, (UnitKind)Kind),
                [.. mentions.Select(mention => mention.Text).Distinct(StringComparer.Ordinal)],
                [.. mentions.Select(mention => mention.Document).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostDocuments)],
                (int)mentions.Sum(mention => mention.Count),
                DateTimeOffset.FromUnixTimeMilliseconds(CreateTime));
        }
    }
}
