using System.Text;

namespace Elastic.Transport;

/// <summary>User and password (RFC 7617), in UTF-8.</summary>
/// <param name="username">The user.</param>
/// <param name="password">The password.</param>
public sealed class BasicAuthentication(string username, string password) : AuthorizationHeader
{
    /// <inheritdoc/>
    public override string AuthScheme => "Basic";

    /// <inheritdoc/>
    public override bool TryGetAuthorizationParameters(out string value)
    {
        value = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}"));
        return true;
    }
}
