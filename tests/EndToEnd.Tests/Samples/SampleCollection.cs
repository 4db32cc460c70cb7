namespace Fazhi.EndToEnd.Tests.Samples;

/// <summary>Tests that only read share one platform with the samples.</summary>
[CollectionDefinition]
public sealed class SampleCollection : ICollectionFixture<SamplePlatform>;
