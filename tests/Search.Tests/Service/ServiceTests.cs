using Fazhi.Testing;

namespace Fazhi.Search.Tests.Service;

/// <summary>
/// Tests of the service that hold whatever engine it has. A class as it stands runs them on the embedded one; one that derives from it gives the
/// Elasticsearch on which they run once more (see OnElasticsearch.cs).
/// </summary>
public abstract class ServiceTests
{
    /// <summary>The Elasticsearch; null for the embedded engine.</summary>
    private protected virtual SharedElasticsearch? Server => null;

    private protected async Task<SearchFixture> StartAsync(Action<FakeServices>? fill = null, params string[] arguments) =>
        await SearchFixture.StartOnAsync(Server is null ? null : await Server.NodeAsync(), fill, arguments);
}
