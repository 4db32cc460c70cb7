namespace Fazhi.Benchmarks.Searching;

/// <summary>A request as it was sent.</summary>
internal sealed record RecordedRequest(string Method, string PathAndQuery, string ContentType, string Accept, byte[] Body)
{
    /// <summary>The same again.</summary>
    public HttpRequestMessage ToMessage(Uri to)
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), new Uri(to, PathAndQuery));
        if (Body.Length > 0)
        {
            message.Content = new ByteArrayContent(Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }
        message.Headers.TryAddWithoutValidation("Accept", Accept);
        return message;
    }
}
