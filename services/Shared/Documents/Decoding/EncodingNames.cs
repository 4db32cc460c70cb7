namespace Fazhi.Documents.Decoding;

/// <summary>The encodings that are told apart.</summary>
internal static class EncodingNames
{
    public const string Utf8 = "utf-8";
    public const string Utf16Le = "utf-16le";
    public const string Utf16Be = "utf-16be";
    public const string Gb18030 = "gb18030";
}
