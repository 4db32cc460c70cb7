using System.ComponentModel.DataAnnotations;

namespace Fazhi.Gateway;

/// <summary>Settings of the gateway, read from the configuration section <c>Fazhi:Gateway</c>.</summary>
public sealed class GatewayOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Fazhi:Gateway";

    /// <summary>Folder of the keys that sign forms, the same one for several gateways; <c>keys</c> in the folder <c>Fazhi:Data</c> when empty.</summary>
    public string Keys { get; set; } = "";

    /// <summary>Largest body of a JSON call, in bytes.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int MaxJsonBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Deepest nesting of a JSON call.</summary>
    [Range(4, 1000)]
    public int MaxJsonDepth { get; set; } = 64;

    /// <summary>Largest message that a service may return to a JSON call or a page, in bytes.</summary>
    [Range(1024, 256 * 1024 * 1024)]
    public int MaxReplyBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Time that a connection has to name its protocol with its first bytes.</summary>
    public TimeSpan HandshakeTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Time that a client has to send the headers of a request.</summary>
    public TimeSpan HeadersTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Deadline of a JSON call that brings none.</summary>
    public TimeSpan DefaultDeadline { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Deadline of each call made to render a page.</summary>
    public TimeSpan PageDeadline { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Deadline of one health check.</summary>
    public TimeSpan HealthDeadline { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Connections open at a time.</summary>
    [Range(1, 1_000_000)]
    public int MaxConnections { get; set; } = 4000;

    /// <summary>Requests under way at a time, open streams included.</summary>
    [Range(1, 1_000_000)]
    public int MaxConcurrentRequests { get; set; } = 2000;

    /// <summary>Requests a second that one client address may make on average.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerSecond { get; set; } = 100;

    /// <summary>Requests that one client address may make at once after a pause.</summary>
    [Range(1, 1_000_000)]
    public int RequestBurst { get; set; } = 400;

    /// <summary>Requests a second from this machine itself, where imports and tests run.</summary>
    [Range(1, 1_000_000)]
    public int LoopbackRequestsPerSecond { get; set; } = 20_000;

    /// <summary>Requests at once from this machine itself.</summary>
    [Range(1, 1_000_000)]
    public int LoopbackRequestBurst { get; set; } = 40_000;

    /// <summary>Request headers that a JSON call passes on to the service as metadata; a trailing * stands for any rest.</summary>
    public IList<string> MetadataHeaders { get; } = ["authorization", "x-request-id", "x-fazhi-*"];
}
