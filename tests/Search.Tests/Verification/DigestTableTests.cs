using System.Security.Cryptography;
using System.Text;
using Fazhi.Search.Indexing;
using Fazhi.Search.Verification;
using FsCheck;
using FsCheck.Fluent;

namespace Fazhi.Search.Tests.Verification;

/// <summary>Names with digests, compared with an index.</summary>
public sealed class DigestTableTests
{
    [Fact]
    public void Table_holds_the_last_of_each_name_in_order_and_compares_like_a_dictionary() => Prop.ForAll(
        ArbMap.Default.ArbFor<(byte Name, byte? Digest)[]>(),
        ArbMap.Default.ArbFor<(byte Name, byte Digest)[]>(),
        (changes, indexed) =>
        {
            var table = new DigestTable();
            var expected = new SortedDictionary<string, byte>(StringComparer.Ordinal);
            foreach (var (name, digest) in changes)
            {
                table.Set(NameOf(name), digest is { } given ? DigestOf(given) : null);
                if (digest is { } there)
                    expected[NameOf(name)] = there;
                else
                    expected.Remove(NameOf(name));
            }
            table.Settle();
            var index = new SortedDictionary<string, byte>(indexed.DistinctBy(entry => NameOf(entry.Name)).ToDictionary(entry => NameOf(entry.Name), entry => entry.Digest), StringComparer.Ordinal);

            var result = DigestComparison.RunAsync("plans", table, Each(index)).GetAwaiter().GetResult();

            return Enumerable.Range(0, table.Count).Select(i => Encoding.UTF8.GetString(table.Name(i))).SequenceEqual(expected.Keys)
                && result.Missing.SequenceEqual(expected.Keys.Except(index.Keys))
                && result.Surplus.SequenceEqual(index.Keys.Except(expected.Keys))
                && result.Different.SequenceEqual(expected.Keys.Intersect(index.Keys).Where(name => expected[name] != index[name]))
                && (result.StoreHash == result.IndexHash) == expected.SequenceEqual(index)
                && (result.StoreCount, result.IndexCount) == (expected.Count, index.Count);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Many_names_fill_many_pieces()
    {
        var table = new DigestTable();
        for (var i = 0; i < 50_000; i++)
            table.Set($"plans/{i:x8}", DigestOf((byte)i));

        table.Settle();

        Assert.Equal(50_000, table.Count);
        Assert.Equal("plans/0000c34f", Encoding.UTF8.GetString(table.Name(49_999)));
        Assert.Equal(DigestOf(unchecked((byte)49_999)), table.Digest(49_999).ToArray());
    }

    private static string NameOf(byte name) => $"plans/{name % 20}";

    private static byte[] DigestOf(byte value) => SHA256.HashData([value]);

    private static async IAsyncEnumerable<ContentDigest> Each(SortedDictionary<string, byte> index)
    {
        foreach (var (name, digest) in index)
        {
            await Task.Yield();
            yield return new ContentDigest(name, DigestOf(digest));
        }
    }
}
