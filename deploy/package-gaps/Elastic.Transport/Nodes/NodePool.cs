namespace Elastic.Transport;

/// <summary>The nodes of a cluster, and the order in which a request tries them.</summary>
public abstract class NodePool
{
    private protected NodePool(DateTimeProvider? dateTimeProvider) => DateTimeProvider = dateTimeProvider ?? DefaultDateTimeProvider.Default;

    /// <summary>The clock.</summary>
    public DateTimeProvider DateTimeProvider { get; }

    /// <summary>How many further nodes a request can try.</summary>
    public abstract int MaxRetries { get; }

    /// <summary>All nodes.</summary>
    public abstract IReadOnlyCollection<Node> Nodes { get; }

    /// <summary>Nodes that come back are pinged before use.</summary>
    public abstract bool SupportsPinging { get; }

    /// <summary>The nodes are reached by TLS.</summary>
    public abstract bool UsingSsl { get; }

    /// <summary>The nodes that a new request tries one after the other.</summary>
    internal abstract IEnumerable<Node> CreateView();
}
