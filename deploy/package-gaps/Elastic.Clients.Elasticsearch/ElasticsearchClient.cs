using Elastic.Transport;

namespace Elastic.Clients.Elasticsearch;

/// <summary>A client of Elasticsearch. One is enough for a process; it may be used by many threads at once.</summary>
public class ElasticsearchClient
{
    /// <summary>With these settings.</summary>
    public ElasticsearchClient(IElasticsearchClientSettings elasticsearchClientSettings) =>
        Transport = new DistributedTransport<IElasticsearchClientSettings>(elasticsearchClientSettings);

    /// <summary>For one node.</summary>
    public ElasticsearchClient(Uri uri)
        : this(new ElasticsearchClientSettings(uri))
    {
    }

    /// <summary>The settings.</summary>
    public IElasticsearchClientSettings ElasticsearchClientSettings => Transport.Configuration;

    /// <summary>Sends requests to the cluster.</summary>
    public ITransport<IElasticsearchClientSettings> Transport { get; }
}
