using System.Globalization;
using Dapper;
using Fazhi.Catalogues.Functions;
using Fazhi.Catalogues.Regions;
using Fazhi.Units.Registry;
using Microsoft.Data.Sqlite;

namespace Fazhi.Units.Storage;

/// <summary>The table of units: rows in, domain objects out.</summary>
internal static class UnitRows
{
    private const string DateForm = "yyyy-MM-dd";

    /// <summary>The columns that <see cref="Row"/> is made of.</summary>
    private const string Columns =
        """
        id, region_code AS regionCode, name, short_names AS shortNames, kind, function, social_credit_code AS socialCreditCode, history,
        start_date AS startDate, end_date AS endDate, create_time AS createTime, update_time AS updateTime, revision
        """;

    /// <summary>The unit with this id, or null.</summary>
    public static StoredUnit? Find(SqliteConnection connection, string id) =>
        connection.QuerySingleOrDefault<Row>($"SELECT {Columns} FROM units WHERE id = @id", new { id })?.ToStored();

    /// <summary>Id of another unit of the same region and name, or null.</summary>
    public static string? Namesake(SqliteConnection connection, string id, Unit unit) => connection.QuerySingleOrDefault<string>(
        "SELECT id FROM units WHERE region_code = @region AND name = @Name AND id <> @id", new { region = unit.Region.Value, unit.Name, id });

    /// <summary>Id of another unit with the same 统一社会信用代码, or null.</summary>
    public static string? Holder(SqliteConnection connection, string id, Unit unit) => connection.QuerySingleOrDefault<string>(
        "SELECT id FROM units WHERE social_credit_code = @code AND id <> @id", new { code = unit.SocialCreditCode?.Value, id });

    /// <summary>At most <paramref name="limit"/> units after the key, by region code and name, and how many there are in all.</summary>
    public static (IReadOnlyList<StoredUnit> Units, int Total) List(SqliteConnection connection, UnitFilter filter, string afterRegion, string afterName, int limit)
    {
        var parameters = new
        {
            region = filter.Region?.Value,
            below = filter.IncludeBelow,
            text = filter.Text,
            kind = (int?)filter.Kind,
            function = filter.Function,
            afterRegion,
            afterName,
            limit,
        };
        var rows = connection.Query<Row>(
            $"SELECT {Columns} FROM units WHERE {Matches} AND (region_code, name) > (@afterRegion, @afterName) ORDER BY region_code, name LIMIT @limit", parameters);
        var total = connection.ExecuteScalar<int>($"SELECT count(*) FROM units WHERE {Matches}", parameters);
        return ([.. rows.Select(row => row.ToStored())], total);
    }

    /// <summary>The units of a region, of those above it and of all below it.</summary>
    public static IReadOnlyList<StoredUnit> Near(SqliteConnection connection, RegionCode region, IReadOnlyCollection<RegionCode> above) =>
    [
        .. connection.Query<Row>(
            $"""
            SELECT {Columns} FROM units WHERE region_code IN (
                WITH RECURSIVE below (code) AS (
                    SELECT @region
                    UNION ALL
                    SELECT regions.code FROM below JOIN regions ON regions.parent_code = below.code
                )
                SELECT code FROM below UNION ALL SELECT value FROM json_each(@above))
            LIMIT 50000
            """,
            new { region = region.Value, above = Json.Write(above.Select(code => code.Value)) }).Select(row => row.ToStored()),
    ];

    /// <summary>Writes a unit that is new.</summary>
    public static void Insert(SqliteConnection connection, SqliteTransaction transaction, string id, Unit unit, DateTimeOffset now) => connection.Execute(
        """
        INSERT INTO units (id, region_code, name, short_names, kind, function, social_credit_code, history, start_date, end_date, create_time, update_time, revision)
        VALUES (@id, @region, @name, @shortNames, @kind, @function, @socialCreditCode, @history, @startDate, @endDate, @now, @now, 1)
        """,
        Parameters(id, unit, now),
        transaction);

    /// <summary>Writes a unit that is there already.</summary>
    public static void Update(SqliteConnection connection, SqliteTransaction transaction, string id, Unit unit, DateTimeOffset now) => connection.Execute(
        """
        UPDATE units
        SET name = @name, short_names = @shortNames, kind = @kind, function = @function, social_credit_code = @socialCreditCode, history = @history,
            start_date = @startDate, end_date = @endDate, update_time = @now, revision = revision + 1
        WHERE id = @id
        """,
        Parameters(id, unit, now),
        transaction);

    /// <summary>Removes a unit.</summary>
    public static void Delete(SqliteConnection connection, SqliteTransaction transaction, string id) =>
        connection.Execute("DELETE FROM units WHERE id = @id", new { id }, transaction);

    private static object Parameters(string id, Unit unit, DateTimeOffset now) => new
    {
        id,
        region = unit.Region.Value,
        name = unit.Name,
        shortNames = Json.Write(unit.ShortNames),
        kind = (int)unit.Kind,
        function = unit.Function,
        socialCreditCode = unit.SocialCreditCode?.Value,
        history = Json.Write(unit.History.Select(step => new StepRow((int)step.Event, step.FormerName, step.Date?.Value))),
        startDate = Print(unit.StartDate),
        endDate = Print(unit.EndDate),
        now = now.ToUnixTimeMilliseconds(),
    };

    private static string? Print(DateOnly? date) => date?.ToString(DateForm, CultureInfo.InvariantCulture);

    private static DateOnly? ReadDate(string? date) => date is null ? null : DateOnly.ParseExact(date, DateForm, CultureInfo.InvariantCulture);

    private const string Matches =
        """
        (@text = '' OR instr(name, @text) > 0 OR EXISTS (SELECT 1 FROM json_each(short_names) WHERE instr(value, @text) > 0))
        AND (@kind IS NULL OR kind = @kind)
        AND (@function = '' OR function = @function)
        AND (@region IS NULL OR region_code = @region OR (@below AND region_code IN (
            WITH RECURSIVE below (code) AS (
                SELECT @region
                UNION ALL
                SELECT regions.code FROM below JOIN regions ON regions.parent_code = below.code
            )
            SELECT code FROM below)))
        """;

    private sealed record StepRow(int Event, string FormerName, string? Date)
    {
        public UnitStep ToStep() => new((UnitEvent)Event, FormerName, Date is not null && PartialDate.TryParse(Date, out var date) ? date : null);
    }

    private sealed record Row(
        string Id, string RegionCode, string Name, string ShortNames, long Kind, string Function, string? SocialCreditCode, string History,
        string? StartDate, string? EndDate, long CreateTime, long UpdateTime, long Revision)
    {
        public StoredUnit ToStored()
        {
            Registry.SocialCreditCode creditCode = default;
            var known = SocialCreditCode is not null && Registry.SocialCreditCode.Check(SocialCreditCode, out creditCode) is null;
            var unit = new Unit(Fazhi.Catalogues.Regions.RegionCode.Parse(RegionCode), Name)
            {
                ShortNames = [.. Json.Read<string>(ShortNames)],
                Kind = (UnitKind)Kind,
                Function = Function,
                SocialCreditCode = known ? creditCode : null,
                History = [.. Json.Read<StepRow>(History).Select(row => row.ToStep())],
                StartDate = ReadDate(StartDate),
                EndDate = ReadDate(EndDate),
            };
            return new StoredUnit(Id, unit, Revision, DateTimeOffset.FromUnixTimeMilliseconds(CreateTime), DateTimeOffset.FromUnixTimeMilliseconds(UpdateTime));
        }
    }
}
