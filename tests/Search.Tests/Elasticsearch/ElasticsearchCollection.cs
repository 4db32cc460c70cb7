using Fazhi.Testing;

namespace Fazhi.Search.Tests.Elasticsearch;

/// <summary>Tests that share one Elasticsearch: each takes index names of its own.</summary>
[CollectionDefinition(Name)]
public sealed class ElasticsearchCollection : ICollectionFixture<SharedElasticsearch>
{
    public const string Name = "Elasticsearch";
}
