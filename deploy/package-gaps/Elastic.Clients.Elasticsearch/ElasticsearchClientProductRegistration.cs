using Elastic.Transport.Products;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace Elastic.Clients.Elasticsearch;

internal sealed class ElasticsearchClientProductRegistration : ProductRegistration
{
    public override string Name => "elasticsearch-net";

    public override string ProductAssemblyVersion { get; } = typeof(ElasticsearchClientProductRegistration).Assembly.GetName().Version!.ToString(3);

    /// <summary>Asks servers of later major versions for the answers of version 8.</summary>
    public override string DefaultContentType => "application/vnd.elasticsearch+json; compatible-with=8";

    /// <summary>404 is an answer: the path is right, what it names is not there.</summary>
    public override bool HttpStatusCodeClassifier(HttpMethod method, int statusCode) => statusCode is (>= 200 and < 300) or 404;
}
