using System.Security.Cryptography;
using System.Text;
using Fazhi.Search.Regions;

namespace Fazhi.Search.Indexing;

/// <summary>A hash over all that the index keeps of a region.</summary>
internal static class RegionDigest
{
    public static byte[] Of(Region region)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.Unicode))
        {
            foreach (var values in (IReadOnlyList<string>[])[[region.Code, region.Name, region.FullName], region.Ancestors, region.ShortNames, region.FormerNames])
            {
                writer.Write(values.Count);
                foreach (var value in values)
                    writer.Write(value);
            }
        }
        return SHA256.HashData(stream.ToArray());
    }
}
