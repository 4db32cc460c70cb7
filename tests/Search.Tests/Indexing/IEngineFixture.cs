using Fazhi.Search.Indexing;

namespace Fazhi.Search.Tests.Indexing;

/// <summary>An engine as <see cref="SearchIndexContract"/> holds it to the contract: an index of its own, empty at first, that goes with the fixture.</summary>
internal interface IEngineFixture : IAsyncDisposable
{
    /// <summary>The index; another object after <see cref="ReopenAsync"/>.</summary>
    SearchIndex Index { get; }

    /// <summary>Returns when a search sees everything that was taken in.</summary>
    Task RefreshAsync();

    /// <summary>Lets go of the index and opens it again, as the next process does; mends what <see cref="BreakAsync"/> did.</summary>
    Task ReopenAsync();

    /// <summary>From here on the engine does not answer: its file is damaged, its server is away.</summary>
    Task BreakAsync();
}
