using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;

namespace Fazhi.Documents.Archives;

/// <summary>
/// A packed document. What is unpacked is counted as it comes out, never as the archive declares it; archives inside are not opened; XML is read
/// without DTDs and outside entities.
/// </summary>
internal sealed class ZipPackage : IDisposable
{
    // Below this size a high ratio is no danger: small parts of blanks and repeated tags pack well.
    private const int FreeBytes = 1024 * 1024;

    private readonly ReadBudget _budget;
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private long _expanded;
    private int _nodes;

    private ZipPackage(ZipArchive archive, ReadBudget budget)
    {
        _archive = archive;
        _budget = budget;
    }

    public ReadLimits Limits => _budget.Limits;

    /// <summary>The names of its files.</summary>
    public IReadOnlyCollection<string> Names => _entries.Keys;

    /// <exception cref="InvalidDataException">It is no archive, or damaged.</exception>
    /// <exception cref="UnreadableException">It has too many files.</exception>
    public static ZipPackage Open(ReadOnlyMemory<byte> bytes, ReadBudget budget)
    {
        var package = new ZipPackage(new ZipArchive(ToStream(bytes), ZipArchiveMode.Read), budget);
        ReadBudget.Require(package._archive.Entries.Count, budget.Limits.MaxArchiveEntries, "压缩包内的文件数");
        foreach (var entry in package._archive.Entries)
        {
            // Two files of one name: what is checked might not be what is read.
            if (!package._entries.TryAdd(Normalized(entry.FullName), entry))
                throw new InvalidDataException($"{entry.FullName} twice");
        }

        return package;
    }

    public static MemoryStream ToStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array) ? new(array.Array!, array.Offset, array.Count, writable: false) : new(bytes.ToArray(), writable: false);

    public bool Contains(string name) => _entries.ContainsKey(Normalized(name));

    /// <summary>Unpacks one file; null when it is not there.</summary>
    public Stream? TryOpen(string name)
    {
        if (!_entries.TryGetValue(Normalized(name), out var entry))
            return null;
        var most = Math.Max(FreeBytes, entry.CompressedLength * _budget.Limits.MaxExpansionRatio);
        return new CountedStream(entry.Open(), count => Count(count, ref most));
    }

    /// <summary>A reader over a file that is XML; null when the file is not there.</summary>
    public XmlReader? TryOpenXml(string name) => TryOpen(name) is { } stream ? SafeXml.Read(stream) : null;

    /// <summary>Reads a part to its end, so that whoever reads it next meets nothing over the limits.</summary>
    /// <exception cref="XmlException">It is no sound XML.</exception>
    public void CheckXml(string name)
    {
        using var reader = TryOpenXml(name) ?? throw new InvalidDataException($"no {name}");
        while (reader.Read())
            CountNode(reader);
    }

    /// <summary>To be called for every node that is read.</summary>
    public void CountNode(XmlReader reader)
    {
        _budget.Spend();
        _nodes += 1 + reader.AttributeCount;
        ReadBudget.Require(_nodes, _budget.Limits.MaxXmlNodes, "XML 节点数");
        ReadBudget.Require(reader.Depth, _budget.Limits.MaxXmlDepth, "XML 嵌套层数");
    }

    public void Dispose() => _archive.Dispose();

    private void Count(int count, ref long most)
    {
        _budget.Spend();
        _expanded += count;
        most -= count;
        if (_expanded > _budget.Limits.MaxExpandedBytes)
            throw new UnreadableException(DocumentErrorCode.TooLarge, $"文件展开后超过上限 {_budget.Limits.MaxExpandedBytes} 字节。");
        if (most < 0)
            throw new UnreadableException(DocumentErrorCode.TooLarge, $"文件的压缩比超过上限 {_budget.Limits.MaxExpansionRatio}，疑似压缩炸弹。");
    }

    private static string Normalized(string name) => name.Replace('\\', '/').TrimStart('/');
}
