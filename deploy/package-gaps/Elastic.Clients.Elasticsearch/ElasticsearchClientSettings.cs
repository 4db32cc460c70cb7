using Elastic.Transport;

namespace Elastic.Clients.Elasticsearch;

/// <inheritdoc cref="IElasticsearchClientSettings"/>
/// <param name="nodePool">The nodes of the cluster.</param>
public class ElasticsearchClientSettings(NodePool nodePool)
    : TransportConfigurationDescriptorBase<ElasticsearchClientSettings>(nodePool, new ElasticsearchClientProductRegistration()), IElasticsearchClientSettings
{
    /// <summary>For one node, on this machine unless its address is given.</summary>
    public ElasticsearchClientSettings(Uri? uri = null)
        : this(new SingleNodePool(uri ?? new Uri("http://localhost:9200")))
    {
    }
}
