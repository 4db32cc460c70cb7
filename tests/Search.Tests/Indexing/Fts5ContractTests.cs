namespace Fazhi.Search.Tests.Indexing;

/// <summary>The embedded engine keeps the contract.</summary>
public sealed class Fts5ContractTests : SearchIndexContract
{
    private protected override Task<IEngineFixture> OpenAsync() => Task.FromResult<IEngineFixture>(new Fts5Fixture());
}
