using Elastic.Transport;

namespace Elastic.Clients.Elasticsearch;

/// <summary>The settings of a client of Elasticsearch.</summary>
public interface IElasticsearchClientSettings : ITransportConfiguration;
