using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Fazhi.Hosting;

/// <summary>
/// Brings a database to the version of the code. The steps are embedded files <c>Storage/Schema/NNNN_name.sql</c>, numbered from
/// 0001 without gaps; each is applied once and never edited afterwards. Hosting's own tables and the service's are counted apart.
/// </summary>
internal static partial class SchemaMigrations
{
    private const string Folder = "Storage/Schema/";

    /// <summary>Applies what is missing, all of it in one transaction.</summary>
    /// <exception cref="StoreVersionException">The database was written by newer code.</exception>
    public static void Apply(SqliteConnection connection, Assembly serviceAssembly, TimeProvider time)
    {
        // IMMEDIATE: two processes that start at once on one file apply each step once.
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute(
            """
            CREATE TABLE IF NOT EXISTS schema_versions (
                component  TEXT    NOT NULL,
                version    INTEGER NOT NULL,
                name       TEXT    NOT NULL,
                applied_at TEXT    NOT NULL,
                PRIMARY KEY (component, version)
            ) STRICT, WITHOUT ROWID
            """);
        var own = typeof(SchemaMigrations).Assembly;
        Apply(connection, "hosting", Load(own), time);
        if (serviceAssembly != own)
            Apply(connection, "service", Load(serviceAssembly), time);
        transaction.Commit();
    }

    private static void Apply(SqliteConnection connection, string component, IReadOnlyList<SchemaMigration> migrations, TimeProvider time)
    {
        var current = connection.ExecuteScalar<int>(
            "SELECT coalesce(max(version), 0) FROM schema_versions WHERE component = @component", new { component });
        if (current > migrations.Count)
            throw new StoreVersionException(connection.DataSource, component, current, migrations.Count);

        foreach (var migration in migrations.Skip(current))
        {
            connection.Execute(migration.Sql);
            connection.Execute(
                "INSERT INTO schema_versions (component, version, name, applied_at) VALUES (@component, @Version, @Name, @now)",
                new { component, migration.Version, migration.Name, now = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) });
        }
    }

    private static List<SchemaMigration> Load(Assembly assembly)
    {
        var migrations = assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(resource => Read(assembly, resource))
            .ToList();
        for (var index = 0; index < migrations.Count; index++)
        {
            if (migrations[index].Version != index + 1)
            {
                throw new InvalidOperationException(
                    $"{assembly.GetName().Name}: {Folder} has {migrations[index].Name} where version {index + 1:D4} is expected; number the steps from 0001 without gaps");
            }
        }

        return migrations;
    }

    private static SchemaMigration Read(Assembly assembly, string resource)
    {
        var name = resource[Folder.Length..];
        if (FileName().Match(name) is not { Success: true } match)
            throw new InvalidOperationException($"{assembly.GetName().Name}: {resource} is not named NNNN_name.sql");

        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return new SchemaMigration(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }

    [GeneratedRegex(@"^(\d{4})_[a-z0-9_]+\.sql$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
