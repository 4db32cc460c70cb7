using System.Text;

namespace Fazhi.Documents.Decoding;

/// <summary>Finds the charset that an HTML page declares in its first bytes: &lt;meta charset="…"&gt; or in its content type.</summary>
internal static class HtmlCharset
{
    private const int Window = 4096;
    private const int LongestName = 24;

    /// <summary>A name of <see cref="EncodingNames"/>, or null when none (or none of these) is declared.</summary>
    public static string? Find(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Window)]);
        var meta = head.IndexOf("<meta", StringComparison.OrdinalIgnoreCase);
        if (meta < 0)
            return null;
        var key = head.IndexOf("charset=", meta, StringComparison.OrdinalIgnoreCase);
        if (key < 0)
            return null;
        var rest = head.AsSpan(key + "charset=".Length).TrimStart(" \"'");
        rest = rest[..Math.Min(rest.Length, LongestName)];
        var end = rest.IndexOfAny("\"'; />");
        var name = (end < 0 ? rest : rest[..end]).ToString().ToLowerInvariant();
        return name switch
        {
            "utf-8" or "utf8" => EncodingNames.Utf8,
            "gb2312" or "gbk" or "gb18030" or "x-gbk" => EncodingNames.Gb18030,
            _ => null,
        };
    }
}
