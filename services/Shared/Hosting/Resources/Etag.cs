using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;

namespace Fazhi.Hosting;

/// <summary>Etags for optimistic concurrency (google.aip.dev/154): opaque, equal exactly when the resource is the same.</summary>
public static class Etag
{
    /// <summary>The etag of a resource by its content, its own field <c>etag</c> left out.</summary>
    public static string Of(IMessage resource) => Print(MessageHash.Of(resource, "etag"));

    /// <summary>The etag of a resource that counts its revisions.</summary>
    public static string Of(string name, long revision) =>
        Print(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name}\n{revision}"))));

    /// <summary>Lets a change through when the caller has seen the present state, or gave no etag and so does not mind.</summary>
    /// <exception cref="FazhiException">ABORTED: the resource has changed since.</exception>
    public static void Check(string current, string given, string resourceType, string resourceName)
    {
        if (given.Length > 0 && given != current)
            throw FazhiException.Aborted(resourceType, resourceName);
    }

    private static string Print(byte[] hash) => Base64Url.EncodeToString(hash.AsSpan(0, 12));
}
