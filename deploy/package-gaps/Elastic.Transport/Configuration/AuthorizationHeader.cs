namespace Elastic.Transport;

/// <summary>What is sent as the <c>Authorization</c> header of every request.</summary>
public abstract class AuthorizationHeader
{
    /// <summary>The scheme, such as <c>ApiKey</c>.</summary>
    public abstract string AuthScheme { get; }

    /// <summary>What follows the scheme.</summary>
    /// <returns>False when there is nothing to send.</returns>
    public abstract bool TryGetAuthorizationParameters(out string value);
}
