namespace Fazhi.Hosting;

/// <summary>One step of a schema, from an embedded <c>Storage/Schema/0001_name.sql</c>.</summary>
internal sealed record SchemaMigration(int Version, string Name, string Sql);
