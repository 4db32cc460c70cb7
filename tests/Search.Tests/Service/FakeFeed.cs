using System.Globalization;
using System.Runtime.CompilerServices;
using Fazhi.Hosting;

namespace Fazhi.Search.Tests.Service;

/// <summary>A change feed in memory with the behaviour of the real ones: positions, caught-up marks, FEED_RESET.</summary>
internal sealed class FakeFeed<T>
    where T : class
{
    private readonly Lock gate = new();
    private readonly List<(int Position, string Name, T? Resource)> changes = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string id = "first";
    private int last;
    private int sent;
    private int most = int.MaxValue;

    /// <summary>How many changes it has sent so far, to anyone.</summary>
    public int Sent => Volatile.Read(ref sent);

    /// <summary>Position of the last change.</summary>
    public string Head
    {
        get
        {
            lock (gate)
                return $"{id}/{last}";
        }
    }

    public void Put(string name, T? resource)
    {
        lock (gate)
        {
            changes.RemoveAll(change => change.Name == name);
            changes.Add((++last, name, resource));
            Signal();
        }
    }

    /// <summary>Sends nothing behind a position, to anyone, until it is called again: the middle of a replay, for as long as a test needs it.</summary>
    public void HoldAfter(int position)
    {
        lock (gate)
        {
            most = position;
            Signal();
        }
    }

    /// <summary>A new store with nothing in it: positions of the old one are no longer good.</summary>
    public void StartAnew(string newId)
    {
        lock (gate)
        {
            id = newId;
            changes.Clear();
            last = 0;
            Signal();
        }
    }

    public async IAsyncEnumerable<(string Token, bool CaughtUp, string Name, T? Resource)> WatchAsync(
        string token, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (feed, position) = token.Length == 0 ? (id, 0) : (token.Split('/')[0], int.Parse(token.Split('/')[1], CultureInfo.InvariantCulture));
        while (true)
        {
            List<(int Position, string Name, T? Resource)> batch;
            Task next;
            bool whole;
            lock (gate)
            {
                if (feed != id)
                    throw FazhiException.OutOfRange("FEED_RESET", "另一个存储");
                batch = [.. changes.Where(change => change.Position > position && change.Position <= most)];
                whole = last <= most;
                next = changed.Task;
            }
            foreach (var (reached, name, resource) in batch)
            {
                Interlocked.Increment(ref sent);
                position = reached;
                yield return ($"{feed}/{position}", false, name, resource);
            }
            if (whole)
                yield return ($"{feed}/{position}", true, "", null);
            await next.WaitAsync(cancellationToken);
        }
    }

    private void Signal()
    {
        changed.TrySetResult();
        changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
