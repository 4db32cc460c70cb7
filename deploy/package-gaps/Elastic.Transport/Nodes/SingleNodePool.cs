namespace Elastic.Transport;

/// <summary>One node, or a load balancer. It is never left out, for there is no other.</summary>
public sealed class SingleNodePool : NodePool
{
    private readonly Node node;

    /// <summary>Of its address.</summary>
    public SingleNodePool(Uri uri, DateTimeProvider? dateTimeProvider = null)
        : base(dateTimeProvider) => node = new Node(uri);

    /// <inheritdoc/>
    public override int MaxRetries => 0;

    /// <inheritdoc/>
    public override IReadOnlyCollection<Node> Nodes => [node];

    /// <inheritdoc/>
    public override bool SupportsPinging => false;

    /// <inheritdoc/>
    public override bool UsingSsl => node.Uri.Scheme == Uri.UriSchemeHttps;

    /// <inheritdoc/>
    internal override IEnumerable<Node> CreateView() => [node];
}
