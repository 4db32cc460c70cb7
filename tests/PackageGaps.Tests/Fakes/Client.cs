namespace Fazhi.PackageGaps.Tests.Fakes;

/// <summary>Clients of fake nodes.</summary>
internal static class Client
{
    /// <summary>Of one node.</summary>
    public static ITransport Of(FakeNode node, Action<ElasticsearchClientSettings>? configure = null) => Of(new SingleNodePool(node.Address), configure);

    /// <summary>Of several nodes, used in the order given.</summary>
    public static ITransport Of(IEnumerable<FakeNode> nodes, Action<ElasticsearchClientSettings>? configure = null, DateTimeProvider? clock = null) =>
        Of(new StaticNodePool(nodes.Select(node => node.Address), randomize: false, clock), configure);

    /// <summary>Of a pool.</summary>
    public static ITransport Of(NodePool pool, Action<ElasticsearchClientSettings>? configure = null)
    {
        var settings = new ElasticsearchClientSettings(pool);
        configure?.Invoke(settings);
        return new ElasticsearchClient(settings).Transport;
    }
}
