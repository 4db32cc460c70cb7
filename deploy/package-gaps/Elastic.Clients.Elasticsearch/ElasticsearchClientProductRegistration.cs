using System.Reflection;
using Elastic.Transport.Products;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace Elastic.Clients.Elasticsearch;

internal sealed class ElasticsearchClientProductRegistration : ProductRegistration
{
    public override string Name => "elasticsearch-net";

    /// <summary>Without the commit that the build may add to it.</summary>
    public override string ProductAssemblyVersion { get; } = typeof(ElasticsearchClientProductRegistration).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Asks servers of later major versions for the answers of version 8.</summary>
    public override string DefaultContentType => "application/vnd.elasticsearch+json; compatible-with=8";

    /// <summary>404 is an answer: the path is right, what it names is not there.</summary>
    public override bool HttpStatusCodeClassifier(HttpMethod method, int statusCode) => statusCode is (>= 200 and < 300) or 404;
}
