namespace Elastic.Transport.Products;

/// <summary>What is special to the product that is talked to.</summary>
public abstract class ProductRegistration
{
    /// <summary>The client's name, in the <c>User-Agent</c> header.</summary>
    public abstract string Name { get; }

    /// <summary>The client's version, in the <c>User-Agent</c> header.</summary>
    public abstract string ProductAssemblyVersion { get; }

    /// <summary>The media type of requests and answers.</summary>
    public abstract string? DefaultContentType { get; }

    /// <summary>Whether an answer with this status is a success.</summary>
    public abstract bool HttpStatusCodeClassifier(HttpMethod method, int statusCode);
}
