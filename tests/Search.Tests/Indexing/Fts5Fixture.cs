using Fazhi.Search.Fts5;
using Fazhi.Search.Indexing;
using Fazhi.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Fazhi.Search.Tests.Indexing;

/// <summary>The embedded engine in a folder of its own.</summary>
internal sealed class Fts5Fixture : IEngineFixture
{
    private const int FirstPage = 4096;

    private readonly TempFolder folder = new();
    private Fts5SearchIndex index;

    public Fts5Fixture() => index = Open();

    public SearchIndex Index => index;

    /// <summary>The same with what only this engine has.</summary>
    public Fts5SearchIndex Fts5 => index;

    /// <summary>The folder that the index is in.</summary>
    public string Folder => folder.Path;

    public Task RefreshAsync() => Task.CompletedTask;

    public Task ReopenAsync()
    {
        Reopen();
        return Task.CompletedTask;
    }

    // The first page stays: damage that shows at the start is mended there and then.
    public Task BreakAsync()
    {
        Reopen(path =>
        {
            var bytes = File.ReadAllBytes(path);
            Array.Fill(bytes, (byte)0xA5, FirstPage, bytes.Length - FirstPage);
            File.WriteAllBytes(path, bytes);
        });
        return Task.CompletedTask;
    }

    /// <summary>Closes the file, lets something be done to it, and opens it again.</summary>
    public void Reopen(Action<string>? meanwhile = null)
    {
        index.Dispose();
        meanwhile?.Invoke(folder["index.db"]);
        index = Open();
    }

    public ValueTask DisposeAsync()
    {
        index.Dispose();
        return folder.DisposeAsync();
    }

    private Fts5SearchIndex Open() => new(folder.Path, NullLogger.Instance);
}
