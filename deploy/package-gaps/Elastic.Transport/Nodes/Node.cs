namespace Elastic.Transport;

/// <summary>One node, and how it did lately. Nodes with the same address are equal.</summary>
public sealed class Node : IEquatable<Node>
{
    private readonly Lock state = new();

    /// <summary>A node that was not used yet: it is pinged before its first use.</summary>
    /// <param name="uri">Its address; a path in it is kept as a prefix.</param>
    public Node(Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        Uri = uri.OriginalString.EndsWith('/') ? uri : new Uri(uri.OriginalString + "/");
    }

    /// <summary>Its address, ending in a slash.</summary>
    public Uri Uri { get; }

    /// <summary>It did not fail when it was last used.</summary>
    public bool IsAlive { get; private set; } = true;

    /// <summary>Until when it is left out, if it failed.</summary>
    public DateTimeOffset DeadUntil { get; private set; }

    /// <summary>How often in a row it failed.</summary>
    public int FailedAttempts { get; private set; }

    /// <summary>It should be pinged before it is used.</summary>
    public bool IsResurrected { get; set; } = true;

    /// <summary>It failed: it is left out.</summary>
    public void MarkDead(DateTimeOffset until)
    {
        lock (state)
        {
            FailedAttempts++;
            IsAlive = false;
            IsResurrected = false;
            DeadUntil = until;
        }
    }

    /// <summary>It answered.</summary>
    public void MarkAlive()
    {
        lock (state)
        {
            FailedAttempts = 0;
            IsAlive = true;
            IsResurrected = false;
            DeadUntil = default;
        }
    }

    /// <inheritdoc/>
    public bool Equals(Node? other) => other is not null && Uri == other.Uri;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Node);

    /// <inheritdoc/>
    public override int GetHashCode() => Uri.GetHashCode();

    /// <summary>It is left out at this time.</summary>
    internal bool IsLeftOut(DateTimeOffset now) => !IsAlive && DeadUntil > now;

    /// <summary>
    /// It failed at this time. Many calls that fail together are one failure: counted each, they would leave out a node that was away
    /// for a moment for the longest time at once.
    /// </summary>
    internal void Fail(DateTimeOffset now, Func<int, DateTimeOffset> until)
    {
        lock (state)
        {
            if (!IsLeftOut(now))
                MarkDead(until(FailedAttempts));
        }
    }
}
