namespace Fazhi.EndToEnd.Tests.Seeds;

/// <summary>Tests that only read share one platform with the five documents.</summary>
[CollectionDefinition]
public sealed class SeedCollection : ICollectionFixture<SeedPlatform>;
