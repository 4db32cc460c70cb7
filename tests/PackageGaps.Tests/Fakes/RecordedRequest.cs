using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Fazhi.PackageGaps.Tests.Fakes;

/// <summary>A request as it came over the wire.</summary>
internal sealed record RecordedRequest(string Method, string Path, IHeaderDictionary Headers, byte[] Body, string Connection)
{
    /// <summary>The body as text, unpacked where it was packed.</summary>
    public string Text
    {
        get
        {
            if (Headers.ContentEncoding != "gzip")
                return Encoding.UTF8.GetString(Body);
            using var reader = new StreamReader(new GZipStream(new MemoryStream(Body), CompressionMode.Decompress));
            return reader.ReadToEnd();
        }
    }
}
