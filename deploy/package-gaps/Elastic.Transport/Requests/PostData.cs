using System.Text;

namespace Elastic.Transport;

/// <summary>The body of a request. It is written anew for each node that is tried.</summary>
public abstract class PostData
{
    private protected PostData()
    {
    }

    /// <summary>Its length in bytes where that is known before it is written.</summary>
    internal virtual long? Length => null;

    /// <summary>It is JSON by lines: its content type says so.</summary>
    internal virtual bool IsLines => false;

    /// <summary>A text, sent as UTF-8.</summary>
    public static PostData String(string serializedString) => new MemoryBody(Encoding.UTF8.GetBytes(serializedString));

    /// <summary>Bytes as they are.</summary>
    public static PostData Bytes(byte[] bytes) => new MemoryBody(bytes);

    /// <summary>Bytes as they are; they may not change until the call is over.</summary>
    public static PostData ReadOnlyMemory(ReadOnlyMemory<byte> bytes) => new MemoryBody(bytes);

    /// <summary>One JSON text a line, as <c>_bulk</c> and <c>_msearch</c> take it; each is followed by a line feed.</summary>
    public static PostData MultiJson(IEnumerable<string> listOfString) => new LinesBody(listOfString);

    /// <summary>A body that the caller writes straight to the connection.</summary>
    /// <param name="state">Given to the writer.</param>
    /// <param name="syncWriter">Used by synchronous calls only, of which there are none here.</param>
    /// <param name="asyncWriter">Writes the whole body.</param>
    public static PostData StreamHandler<T>(T state, Action<T, Stream> syncWriter, Func<T, Stream, CancellationToken, Task> asyncWriter)
    {
        ArgumentNullException.ThrowIfNull(syncWriter);
        ArgumentNullException.ThrowIfNull(asyncWriter);
        return new StreamedBody<T>(state, asyncWriter);
    }

    internal abstract Task WriteAsync(Stream stream, CancellationToken cancellationToken);
}
