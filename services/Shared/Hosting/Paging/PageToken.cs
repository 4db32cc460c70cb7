using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Google.Protobuf;

namespace Fazhi.Hosting;

/// <summary>
/// Page tokens (google.aip.dev/158): opaque text that carries the sort key of the last row of a page and is bound to the request it
/// came from. With another filter or a changed character it is refused rather than answered wrongly.
/// </summary>
public static class PageToken
{
    private const int DigestLength = 12;
    private const int MaxLength = 4096;

    /// <summary>The token for the page after the row with this sort key.</summary>
    /// <param name="request">The list request; its fields <c>page_token</c> and <c>page_size</c> do not count.</param>
    /// <param name="key">Sort key of the last row sent, as text.</param>
    public static string Create(IMessage request, params IReadOnlyList<string> key)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(key);
        return Base64Url.EncodeToString([.. Digest(request, payload), .. payload]);
    }

    /// <summary>The sort key after which the page begins; null for the first page.</summary>
    /// <param name="request">The list request with its <c>page_token</c>.</param>
    /// <param name="keyLength">How many parts the key has.</param>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: the token is damaged or was given for another request.</exception>
    public static IReadOnlyList<string>? Read(IMessage request, int keyLength)
    {
        var token = (string)request.Descriptor.FindFieldByName("page_token").Accessor.GetValue(request);
        if (token.Length == 0)
            return null;

        return TryRead(request, token) is { } key && key.Length == keyLength
            ? key
            : throw FazhiException.InvalidArgument("page_token", "翻页标记无效或不属于此查询：请从第一页重新开始", "PAGE_TOKEN_INVALID");
    }

    private static string[]? TryRead(IMessage request, string token)
    {
        if (token.Length > MaxLength || !Base64Url.IsValid(token))
            return null;

        var bytes = Base64Url.DecodeFromChars(token).AsSpan();
        if (bytes.Length <= DigestLength)
            return null;

        var payload = bytes[DigestLength..];
        return CryptographicOperations.FixedTimeEquals(bytes[..DigestLength], Digest(request, payload))
            ? JsonSerializer.Deserialize<string[]>(payload)
            : null;
    }

    private static ReadOnlySpan<byte> Digest(IMessage request, ReadOnlySpan<byte> payload) =>
        SHA256.HashData([.. MessageHash.Of(request, "page_token", "page_size"), .. payload]).AsSpan(0, DigestLength);
}
