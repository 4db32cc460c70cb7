using System.Buffers.Text;
using System.Text;

namespace Fazhi.Documents.Decoding;

/// <summary>Finds the page in a web page saved as one file (.mht, RFC 2557), as browsers and Word write it.</summary>
internal static class Mhtml
{
    private const int HeadWindow = 4096;
    private const int LongestPartHead = 4096;
    private const int MostParts = 10_000;

    /// <summary>The bytes of the first HTML part; false when the file is no saved page.</summary>
    /// <exception cref="UnreadableException">It is one, but it holds no page.</exception>
    public static bool TryFindPage(ReadOnlyMemory<byte> bytes, out ReadOnlyMemory<byte> page)
    {
        page = default;
        var head = Encoding.Latin1.GetString(bytes.Span[..Math.Min(bytes.Length, HeadWindow)]);
        if (!head.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase) && !head.StartsWith("From:", StringComparison.OrdinalIgnoreCase)
            && !head.StartsWith("Content-Type: multipart/related", StringComparison.OrdinalIgnoreCase))
            return false;
        if (!head.Contains("multipart/", StringComparison.OrdinalIgnoreCase) || Boundary(head) is not { } boundary)
            return false;
        page = FindHtml(bytes, boundary) ?? throw new UnreadableException(DocumentErrorCode.UnknownFormat,
            "这是单个文件网页（.mht），但里面没有可读的网页。请用浏览器或 Word 打开，另存为 .docx 或网页（.html）后再导入。");
        return true;
    }

    private static string? Boundary(string head)
    {
        var start = head.IndexOf("boundary=", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;
        var rest = head.AsSpan(start + "boundary=".Length).TrimStart('"');
        var end = rest.IndexOfAny("\"\r\n;");
        return end <= 0 ? null : "--" + rest[..end].ToString();
    }

    private static ReadOnlyMemory<byte>? FindHtml(ReadOnlyMemory<byte> bytes, string boundary)
    {
        var mark = Encoding.Latin1.GetBytes(boundary);
        var start = bytes.Span.IndexOf(mark);
        for (var parts = 0; start >= 0 && parts < MostParts; parts++)
        {
            var part = bytes[(start + mark.Length)..];
            var length = part.Span.IndexOf(mark);
            if (ReadHtml(length < 0 ? part : part[..length]) is { } page)
                return page;
            start = length < 0 ? -1 : start + mark.Length + length;
        }

        return null;
    }

    private static ReadOnlyMemory<byte>? ReadHtml(ReadOnlyMemory<byte> part)
    {
        var (crlf, lf) = (part.Span.IndexOf("\r\n\r\n"u8), part.Span.IndexOf("\n\n"u8));
        var isCrlf = crlf >= 0 && (lf < 0 || crlf < lf);
        var end = isCrlf ? crlf : lf;
        if (end is < 0 or > LongestPartHead)
            return null;
        var head = Encoding.Latin1.GetString(part.Span[..end]);
        if (!head.Contains("text/html", StringComparison.OrdinalIgnoreCase))
            return null;
        var body = part[(end + (isCrlf ? 4 : 2))..];
        if (head.Contains("quoted-printable", StringComparison.OrdinalIgnoreCase))
            return FromQuotedPrintable(body.Span);
        return head.Contains("base64", StringComparison.OrdinalIgnoreCase) ? FromBase64(body.Span) : body;
    }

    private static byte[] FromQuotedPrintable(ReadOnlySpan<byte> body)
    {
        var plain = new byte[body.Length];
        var length = 0;
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] != '=')
            {
                plain[length++] = body[i];
                continue;
            }

            if (i + 2 < body.Length && Utf8Parser.TryParse(body.Slice(i + 1, 2), out byte value, out var used, 'x') && used == 2)
                plain[length++] = value;
            else if (i + 1 < body.Length && body[i + 1] == '\n')
                i--;
            i += 2;
        }

        return plain[..length];
    }

    private static byte[] FromBase64(ReadOnlySpan<byte> body)
    {
        var plain = new byte[Base64.GetMaxDecodedFromUtf8Length(body.Length)];
        Base64.DecodeFromUtf8(body, plain, out _, out var length);
        return plain[..length];
    }
}
