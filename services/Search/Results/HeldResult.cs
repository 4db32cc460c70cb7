using Fazhi.Search.V1;

namespace Fazhi.Search.Results;

/// <summary>A result as far as someone has paged through it: what makes its pages consistent while the index changes. Never changed: one that goes further is another.</summary>
/// <param name="Head">What every page of it says: totals, facets, without rows.</param>
/// <param name="Keys">Its rows in order, as far as they are known.</param>
/// <param name="Complete">There are no more.</param>
internal sealed record HeldResult(SearchResponse Head, IReadOnlyList<RowKey> Keys, bool Complete)
{
    /// <summary>The form in which a cache keeps it.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        var head = Google.Protobuf.MessageExtensions.ToByteArray(Head);
        writer.Write7BitEncodedInt(head.Length);
        writer.Write(head);
        writer.Write(Complete);
        writer.Write7BitEncodedInt(Keys.Count);
        foreach (var key in Keys)
        {
            writer.Write(key.Name);
            writer.Write7BitEncodedInt(key.Start + 1);
        }
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    public static HeldResult FromBytes(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var head = SearchResponse.Parser.ParseFrom(reader.ReadBytes(reader.Read7BitEncodedInt()));
        var complete = reader.ReadBoolean();
        var keys = new RowKey[reader.Read7BitEncodedInt()];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = new RowKey(reader.ReadString(), reader.Read7BitEncodedInt() - 1);
        return new HeldResult(head, keys, complete);
    }
}
