using Fazhi.Search.Tests.Indexing;
using Fazhi.Testing;

namespace Fazhi.Search.Tests.Elasticsearch;

/// <summary>Elasticsearch keeps the contract.</summary>
[Collection(ElasticsearchCollection.Name)]
public sealed class ElasticsearchContractTests(SharedElasticsearch server) : SearchIndexContract
{
    private protected override async Task<IEngineFixture> OpenAsync() => new ElasticsearchFixture(await server.NodeAsync());
}
