namespace Elastic.Transport;

/// <summary>
/// Several nodes, used in turn. One that failed is left out for a time that grows with each failure; after it, it is pinged before use.
/// </summary>
public sealed class StaticNodePool : NodePool
{
    private readonly Node[] nodes;
    private int cursor = -1;

    /// <summary>Of their addresses.</summary>
    /// <param name="uris">At least one, all http or all https.</param>
    /// <param name="randomize">They are used in an order of chance, so that several clients do not begin with the same.</param>
    /// <param name="dateTimeProvider">The clock; the system's unless given.</param>
    public StaticNodePool(IEnumerable<Uri> uris, bool randomize = true, DateTimeProvider? dateTimeProvider = null)
        : base(dateTimeProvider)
    {
        ArgumentNullException.ThrowIfNull(uris);
        nodes = [.. uris.Select(uri => new Node(uri)).Distinct()];
        if (nodes.Length == 0)
            throw new ArgumentException("at least one node is needed", nameof(uris));
        if (nodes.Any(node => node.Uri.Scheme != nodes[0].Uri.Scheme))
            throw new ArgumentException("nodes must be all http or all https", nameof(uris));
        if (randomize)
            Random.Shared.Shuffle(nodes);
    }

    /// <inheritdoc/>
    public override int MaxRetries => nodes.Length - 1;

    /// <inheritdoc/>
    public override IReadOnlyCollection<Node> Nodes => nodes;

    /// <inheritdoc/>
    public override bool SupportsPinging => true;

    /// <inheritdoc/>
    public override bool UsingSsl => nodes[0].Uri.Scheme == Uri.UriSchemeHttps;

    /// <inheritdoc/>
    internal override IEnumerable<Node> CreateView()
    {
        var now = DateTimeProvider.Now();
        var start = (int)((uint)Interlocked.Increment(ref cursor) % int.MaxValue);
        Node[] usable = [.. nodes.Where(node => !node.IsLeftOut(now))];
        // When all have failed, one is tried all the same: they may be back.
        Node[] view = usable.Length > 0
            ? [.. usable[(start % usable.Length)..], .. usable[..(start % usable.Length)]]
            : [nodes[start % nodes.Length]];
        foreach (var node in view)
        {
            if (!node.IsAlive)
                node.IsResurrected = true;
            yield return node;
        }
    }
}
