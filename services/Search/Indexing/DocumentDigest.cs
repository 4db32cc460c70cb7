using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;

namespace Fazhi.Search.Indexing;

/// <summary>A hash over all that the index keeps of a document: a change that changes none of it is no work.</summary>
internal static class DocumentDigest
{
    public static byte[] Of(IndexedDocument document)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.Unicode))
        {
            writer.Write(document.Summary.ToByteArray());
            writer.Write((int)document.PlanKind);
            writer.Write((int)document.Status);
            writer.Write(document.Date?.DayNumber ?? -1);
            foreach (var passage in document.Passages)
                Write(writer, passage);
        }
        return SHA256.HashData(stream.ToArray());
    }

    private static void Write(BinaryWriter writer, IndexedPassage passage)
    {
        writer.Write(passage.Task);
        writer.Write(passage.Label);
        writer.Write(passage.Headings.Count);
        foreach (var heading in passage.Headings)
            writer.Write(heading);
        writer.Write(passage.Text);
        writer.Write(passage.Start);
    }
}
