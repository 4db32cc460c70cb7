using System.Buffers;

namespace Fazhi.Gateway.Listening;

/// <summary>What the first bytes of a connection say about its protocol.</summary>
internal enum PrefaceVerdict
{
    /// <summary>All bytes so far belong to the preface, but it is not complete.</summary>
    Undecided,

    /// <summary>The bytes begin with the whole HTTP/2 client preface.</summary>
    Http2,

    /// <summary>The bytes differ from the preface: HTTP/1, a TLS hello, or garbage.</summary>
    Other,
}

/// <summary>Compares the first bytes of a connection with the HTTP/2 client preface (RFC 9113, 3.4).</summary>
internal static class PrefaceMatch
{
    public static ReadOnlySpan<byte> Preface => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8;

    public static PrefaceVerdict Of(in ReadOnlySequence<byte> start)
    {
        var length = (int)Math.Min(start.Length, Preface.Length);
        Span<byte> bytes = stackalloc byte[length];
        start.Slice(0, length).CopyTo(bytes);
        if (!Preface.StartsWith(bytes))
            return PrefaceVerdict.Other;
        return length == Preface.Length ? PrefaceVerdict.Http2 : PrefaceVerdict.Undecided;
    }
}
