using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Fazhi.Hosting;

/// <summary>The bytes of imported documents, kept in the service's store under their SHA-256 (64 lower-case hexadecimal digits).</summary>
public sealed class Originals(SqliteStore store)
{
    /// <summary>Largest piece that <see cref="ReadAsync"/> gives, in bytes.</summary>
    public const int PieceSize = 256 * 1024;

    /// <summary>Keeps the bytes; the same bytes twice are kept once.</summary>
    /// <returns>Their SHA-256.</returns>
    public string Save(SqliteTransaction transaction, ReadOnlySpan<byte> bytes)
    {
        var connection = transaction.Connection!;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var added = connection.Execute(
            "INSERT INTO originals (sha256, size) VALUES (@sha256, @size) ON CONFLICT DO NOTHING", new { sha256, size = bytes.Length }, transaction);
        for (var number = 0; added > 0 && number * PieceSize < bytes.Length; number++)
        {
            var piece = bytes[(number * PieceSize)..Math.Min(bytes.Length, (number + 1) * PieceSize)].ToArray();
            connection.Execute(
                "INSERT INTO original_pieces (sha256, number, bytes) VALUES (@sha256, @number, @piece)", new { sha256, number, piece }, transaction);
        }

        return sha256;
    }

    /// <summary>Drops the bytes.</summary>
    /// <returns>Whether there were any.</returns>
    public bool Delete(SqliteTransaction transaction, string sha256) =>
        transaction.Connection!.Execute("DELETE FROM originals WHERE sha256 = @sha256", new { sha256 }, transaction) > 0;

    /// <summary>Number of bytes kept under <paramref name="sha256"/>; null when there are none.</summary>
    public Task<long?> SizeAsync(string sha256, CancellationToken cancellationToken) => store.ReadAsync(
        connection => connection.ExecuteScalar<long?>("SELECT size FROM originals WHERE sha256 = @sha256", new { sha256 }), cancellationToken);

    /// <summary>The bytes in order, in pieces. Nothing is locked between two pieces, so a slow reader hinders nobody.</summary>
    /// <exception cref="FazhiException">NOT_FOUND: nothing is kept under this hash, or it was dropped meanwhile.</exception>
    public async IAsyncEnumerable<byte[]> ReadAsync(string sha256, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var size = await SizeAsync(sha256, cancellationToken) ?? throw FazhiException.NotFound("Original", $"originals/{sha256}");
        var sent = 0L;
        for (var number = 0; sent < size; number++)
        {
            var wanted = number;
            var piece = await store.ReadAsync(
                connection => connection.ExecuteScalar<byte[]?>(
                    "SELECT bytes FROM original_pieces WHERE sha256 = @sha256 AND number = @wanted", new { sha256, wanted }),
                cancellationToken) ?? throw FazhiException.NotFound("Original", $"originals/{sha256}");
            sent += piece.Length;
            yield return piece;
        }
    }
}
