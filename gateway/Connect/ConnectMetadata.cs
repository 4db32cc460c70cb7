using System.Globalization;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace Fazhi.Gateway.Connect;

/// <summary>What of the HTTP headers becomes gRPC metadata, and back.</summary>
internal sealed class ConnectMetadata(IOptions<GatewayOptions> options)
{
    private static readonly HashSet<string> ReservedForHttp = new(StringComparer.OrdinalIgnoreCase)
    {
        "connection", "content-encoding", "content-length", "content-type", "date", "host", "keep-alive", "server", "set-cookie", "te", "trailer",
        "transfer-encoding", "upgrade",
    };

    private readonly IList<string> allowed = options.Value.MetadataHeaders;

    /// <summary>The request headers on the allow-list, as metadata; those that end in -bin hold base64.</summary>
    public Metadata FromRequest(IHeaderDictionary headers)
    {
        var metadata = new Metadata();
        foreach (var (name, values) in headers)
        {
            if (!IsAllowed(name))
                continue;
            foreach (var value in values)
                Add(metadata, name.ToLowerInvariant(), value ?? "");
        }

        return metadata;
    }

    /// <summary>Adds initial metadata as headers, or trailing metadata as headers with the prefix "Trailer-".</summary>
    public static void ToResponse(Metadata metadata, IHeaderDictionary headers, string prefix)
    {
        foreach (var entry in metadata)
        {
            if (ReservedForHttp.Contains(entry.Key) || entry.Key.StartsWith("grpc-", StringComparison.Ordinal))
                continue;
            headers.Append(prefix + entry.Key, entry.IsBinary ? Convert.ToBase64String(entry.ValueBytes).TrimEnd('=') : entry.Value);
        }
    }

    /// <summary>The time that the client allows (Connect-Timeout-Ms: at most ten digits), null without one; false when it is malformed.</summary>
    public static bool TryReadTimeout(IHeaderDictionary headers, out TimeSpan? timeout)
    {
        timeout = null;
        var text = headers["Connect-Timeout-Ms"].ToString();
        if (text.Length == 0)
            return true;
        if (text.Length > 10 || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
            return false;
        timeout = TimeSpan.FromMilliseconds(milliseconds);
        return true;
    }

    private bool IsAllowed(string name) => allowed.Any(pattern => pattern.EndsWith('*')
        ? name.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase)
        : name.Equals(pattern, StringComparison.OrdinalIgnoreCase));

    private static void Add(Metadata metadata, string name, string value)
    {
        if (!name.EndsWith(Metadata.BinaryHeaderSuffix, StringComparison.Ordinal))
        {
            metadata.Add(name, value);
            return;
        }

        var padded = value.PadRight((value.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        if (Convert.TryFromBase64String(padded, bytes, out var length))
            metadata.Add(name, bytes[..length]);
    }
}
