using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fazhi.Search.Elasticsearch;

/// <summary>Lines of a bulk request, as many as fit.</summary>
internal sealed class BulkBuffer : IDisposable
{
    private readonly ArrayBufferWriter<byte> buffer = new(1 << 16);
    private readonly Utf8JsonWriter writer;
    private readonly List<Item> items = [];

    // The bodies go to a server alone, never into a page; CJK text written as it is takes half the bytes. Skipping validation saves time: what writes is ours.
    public BulkBuffer() => writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    public int Bytes => buffer.WrittenCount;

    public int Count => items.Count;

    public ReadOnlyMemory<byte> Lines => buffer.WrittenMemory;

    public string NameOf(int item) => items[item].Name;

    public long VersionOf(int item) => items[item].Version;

    /// <summary>Adds something that takes the place of what the index has of the same name.</summary>
    /// <param name="index">The index.</param>
    /// <param name="name">Id in it.</param>
    /// <param name="version">An older one is refused.</param>
    /// <param name="againWins">Of two with the same version the one that comes later wins; otherwise it is the same, and no work.</param>
    /// <param name="write">Writes it.</param>
    public void Put(string index, string name, long version, bool againWins, Action<Utf8JsonWriter> write) => Add("index", index, name, version, againWins, write);

    /// <summary>Adds the removal of something.</summary>
    public void Delete(string index, string name, long version, bool againWins) => Add("delete", index, name, version, againWins, null);

    /// <summary>The lines of some of the items alone.</summary>
    public byte[] LinesOf(IEnumerable<int> wanted)
    {
        var lines = new ArrayBufferWriter<byte>();
        foreach (var item in wanted)
            lines.Write(buffer.WrittenSpan.Slice(items[item].Start, items[item].Length));
        return lines.WrittenSpan.ToArray();
    }

    public void Dispose() => writer.Dispose();

    private void Add(string action, string index, string name, long version, bool againWins, Action<Utf8JsonWriter>? write)
    {
        var start = buffer.WrittenCount;
        writer.WriteStartObject();
        writer.WriteStartObject(action);
        writer.WriteString("_index", index);
        writer.WriteString("_id", name);
        writer.WriteNumber("version", version);
        writer.WriteString("version_type", againWins ? "external_gte" : "external");
        writer.WriteEndObject();
        writer.WriteEndObject();
        EndLine();
        if (write is not null)
        {
            write(writer);
            EndLine();
        }
        items.Add(new Item(name, version, start, buffer.WrittenCount - start));
    }

    private void EndLine()
    {
        writer.Flush();
        writer.Reset();
        buffer.Write("\n"u8);
    }

    private readonly record struct Item(string Name, long Version, int Start, int Length);
}
