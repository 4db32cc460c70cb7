using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Fazhi.Documents.Decoding;

/// <summary>
/// Bytes → characters. Decoding is strict: a sequence that the encoding does not know is an error with its offset, never a replacement
/// character. Order of trust: byte order mark, the charset that an HTML page declares, UTF-8, UTF-16 by its typical code units, GB18030.
/// </summary>
internal static class TextDecoder
{
    private const int SampleBytes = 64 * 1024;

    // Share of code units (UTF-16) or byte pairs (GB18030) that must be usual in Chinese text. Running text has more than 0.95 of the first
    // and, in traditional characters, about 0.6 of the second; other encodings read the wrong way stay below 0.3.
    private const double PlausibleUtf16 = 0.8;
    private const double PlausibleGb18030 = 0.45;

    // Damaged UTF-8 is told from GB18030 by how much of it is sound.
    private const int SoundSequencesPerFault = 8;

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly Encoding Utf16Le = new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16Be = new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>Decodes a whole file.</summary>
    /// <exception cref="UnreadableException">It is in no known encoding, or damaged.</exception>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return new(DecodeUtf8(bytes[3..], 3), EncodingNames.Utf8);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return new(DecodeStrictly(Utf16Le, bytes[2..], 2, "UTF-16LE"), EncodingNames.Utf16Le);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return new(DecodeStrictly(Utf16Be, bytes[2..], 2, "UTF-16BE"), EncodingNames.Utf16Be);

        var declared = HtmlCharset.Find(bytes);
        var found = Detect(bytes, declared);
        var ignored = declared is not null && declared != found.EncodingName ? declared : null;
        return found with { IgnoredCharset = ignored };
    }

    private static DecodedText Detect(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (declared == EncodingNames.Gb18030 && TryDecode(Gb18030, bytes, out var text, out _))
            return new(text, EncodingNames.Gb18030);

        var hasNul = bytes.Contains((byte)0);
        var utf8Fault = hasNul ? -1 : FirstUtf8Fault(bytes);
        if (!hasNul && utf8Fault < 0)
            return new(Encoding.UTF8.GetString(bytes), EncodingNames.Utf8);
        if (DetectUtf16(bytes) is { } utf16)
            return utf16;
        if (hasNul)
            throw Undecodable(bytes.IndexOf((byte)0), "文件含有二进制内容，不是可以识别的文字文件");
        if (LooksLikeDamagedUtf8(bytes))
            throw Undecodable(utf8Fault, "文件是 UTF-8 编码，但已损坏");
        if (!TryDecode(Gb18030, bytes, out text, out var fault))
            throw Undecodable(fault, "文件的编码无法识别或已损坏（不是有效的 UTF-8、UTF-16 或 GB18030）");
        if (UsualGb18030Share(bytes[..Math.Min(bytes.Length, SampleBytes)]) < PlausibleGb18030)
            throw Undecodable(utf8Fault, "文件的编码无法识别或已损坏（不是有效的 UTF-8、UTF-16 或 GB18030 中文文字）");
        return new(text, EncodingNames.Gb18030);
    }

    private static string DecodeUtf8(ReadOnlySpan<byte> bytes, int offset)
    {
        var fault = FirstUtf8Fault(bytes);
        if (fault >= 0)
            throw Undecodable(offset + fault, "文件是 UTF-8 编码，但已损坏");
        return Encoding.UTF8.GetString(bytes);
    }

    private static string DecodeStrictly(Encoding encoding, ReadOnlySpan<byte> bytes, int offset, string name)
    {
        if (TryDecode(encoding, bytes, out var text, out var fault))
            return text;
        throw Undecodable(offset + fault, $"文件是 {name} 编码，但已损坏");
    }

    private static bool TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes, out string text, out int fault)
    {
        try
        {
            text = encoding.GetString(bytes);
            fault = -1;
            return true;
        }
        catch (DecoderFallbackException e)
        {
            text = "";
            fault = Math.Clamp(e.Index, 0, bytes.Length - 1);
            return false;
        }
    }

    private static int FirstUtf8Fault(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
            return -1;
        var buffer = ArrayPool<char>.Shared.Rent(SampleBytes);
        var position = 0;
        OperationStatus status;
        do
        {
            status = Utf8.ToUtf16(bytes[position..], buffer, out var read, out _, replaceInvalidSequences: false);
            position += read;
        }
        while (status == OperationStatus.DestinationTooSmall);
        ArrayPool<char>.Shared.Return(buffer);
        return position;
    }

    private static bool LooksLikeDamagedUtf8(ReadOnlySpan<byte> bytes)
    {
        int sound = 0, faults = 0;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status != OperationStatus.Done)
                faults++;
            else if (length > 1)
                sound++;
            bytes = bytes[length..];
        }

        return sound >= (long)faults * SoundSequencesPerFault;
    }

    private static DecodedText? DetectUtf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4)
            return null;
        var sample = bytes[..(Math.Min(bytes.Length, SampleBytes) & ~1)];
        var little = UsualUtf16Share(sample, lowByteAt: 0);
        var big = UsualUtf16Share(sample, lowByteAt: 1);
        if (Math.Max(little, big) < PlausibleUtf16)
            return null;
        return little >= big
            ? new(DecodeStrictly(Utf16Le, bytes, 0, "UTF-16LE"), EncodingNames.Utf16Le)
            : new(DecodeStrictly(Utf16Be, bytes, 0, "UTF-16BE"), EncodingNames.Utf16Be);
    }

    private static double UsualUtf16Share(ReadOnlySpan<byte> bytes, int lowByteAt)
    {
        var usual = 0;
        for (var i = 0; i < bytes.Length; i += 2)
        {
            var unit = bytes[i + lowByteAt] | (bytes[i + 1 - lowByteAt] << 8);
            if (unit is (>= 0x20 and < 0x7F) or '\t' or '\r' or '\n' or 0xA0
                or (>= 0x2010 and <= 0x2026) or (>= 0x3000 and <= 0x301F) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xFF01 and <= 0xFF5E))
                usual++;
        }

        return usual * 2.0 / bytes.Length;
    }

    /// <summary>The share of double bytes that are symbols or characters of GB 2312, of all that is not ASCII.</summary>
    private static double UsualGb18030Share(ReadOnlySpan<byte> bytes)
    {
        int usual = 0, all = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
                continue;
            all++;
            if (i + 1 < bytes.Length && bytes[i] is (>= 0xA1 and <= 0xA3) or (>= 0xB0 and <= 0xF7) && bytes[i + 1] >= 0xA1)
                usual++;
            i++;
        }

        return all == 0 ? 1 : (double)usual / all;
    }

    private static UnreadableException Undecodable(long offset, string what) =>
        new(DocumentErrorCode.UndecodableText, $"{what}：第 {offset} 字节处无法解码。请重新导出为 UTF-8 文本后再导入。", offset);
}
