namespace Fazhi.AppHost;

/// <summary>The platform cannot start or go on; the message (Chinese) says why and what would help.</summary>
internal sealed class AppHostException(string message) : Exception(message);
