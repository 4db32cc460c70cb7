using Google.Rpc;

namespace Fazhi.Gateway.Browsing;

/// <summary>When an error says that it is worth trying again.</summary>
internal static class RetryHint
{
    /// <summary>In how many whole seconds, at least 1; null when the error does not say.</summary>
    public static int? SecondsOf(Status error)
        => error.GetDetail<RetryInfo>() is { RetryDelay: { } delay } ? (int)Math.Clamp(Math.Ceiling(delay.ToTimeSpan().TotalSeconds), 1, 3600) : null;
}
