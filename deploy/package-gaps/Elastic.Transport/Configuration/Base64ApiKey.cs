using System.Text;

namespace Elastic.Transport;

/// <summary>An API key by its parts.</summary>
/// <param name="base64EncodedApiKey">Base64 of id, colon and key.</param>
public sealed class Base64ApiKey(string base64EncodedApiKey) : ApiKey(base64EncodedApiKey)
{
    /// <summary>From <c>id</c> and <c>api_key</c> of Elasticsearch's answer.</summary>
    public Base64ApiKey(string id, string apiKey)
        : this(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{apiKey}")))
    {
    }
}
