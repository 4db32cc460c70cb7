namespace Elastic.Transport;

/// <summary>An API key in the form in which Elasticsearch gives it out as <c>encoded</c>.</summary>
/// <param name="apiKey">Base64 of id, colon and key.</param>
public class ApiKey(string apiKey) : AuthorizationHeader
{
    /// <inheritdoc/>
    public override string AuthScheme => "ApiKey";

    /// <inheritdoc/>
    public override bool TryGetAuthorizationParameters(out string value)
    {
        value = apiKey;
        return true;
    }
}
