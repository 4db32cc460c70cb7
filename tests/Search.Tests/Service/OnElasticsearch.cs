using Fazhi.Search.Tests.Elasticsearch;
using Fazhi.Testing;

namespace Fazhi.Search.Tests.Service;

/// <inheritdoc/>
[Collection(ElasticsearchCollection.Name)]
public sealed class ElasticsearchAnswerCacheTests(SharedElasticsearch server) : AnswerCacheTests
{
    private protected override SharedElasticsearch Server => server;
}

/// <inheritdoc/>
[Collection(ElasticsearchCollection.Name)]
public sealed class ElasticsearchCompletionTests(SharedElasticsearch server) : CompletionTests
{
    private protected override SharedElasticsearch Server => server;
}

/// <inheritdoc/>
[Collection(ElasticsearchCollection.Name)]
public sealed class ElasticsearchExplainTests(SharedElasticsearch server) : ExplainTests
{
    private protected override SharedElasticsearch Server => server;
}

/// <inheritdoc/>
[Collection(ElasticsearchCollection.Name)]
public sealed class ElasticsearchExportTests(SharedElasticsearch server) : ExportTests
{
    private protected override SharedElasticsearch Server => server;
}

/// <inheritdoc/>
[Collection(ElasticsearchCollection.Name)]
public sealed class ElasticsearchPagingTests(SharedElasticsearch server) : PagingTests
{
    private protected override SharedElasticsearch Server => server;
}

/// <inheritdoc/>
[Collection(ElasticsearchCollection.Name)]
public sealed class ElasticsearchSavedSearchTests(SharedElasticsearch server) : SavedSearchTests
{
    private protected override SharedElasticsearch Server => server;
}

/// <inheritdoc/>
[Collection(ElasticsearchCollection.Name)]
public sealed class ElasticsearchSearchServiceTests(SharedElasticsearch server) : SearchServiceTests
{
    private protected override SharedElasticsearch Server => server;
}
