using System.Security.Cryptography;
using Google.Protobuf;

namespace Fazhi.Hosting;

/// <summary>A hash of what a message says, leaving out some of its fields.</summary>
internal static class MessageHash
{
    /// <summary>SHA-256 of the type and the content of <paramref name="message"/> without the top-level fields named.</summary>
    public static byte[] Of(IMessage message, params ReadOnlySpan<string> without)
    {
        var copy = message.Descriptor.Parser.ParseFrom(message.ToByteString());
        foreach (var name in without)
            copy.Descriptor.FindFieldByName(name)?.Accessor.Clear(copy);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(message.Descriptor.FullName + "\n"));
        hash.AppendData(copy.ToByteArray());
        return hash.GetHashAndReset();
    }
}
