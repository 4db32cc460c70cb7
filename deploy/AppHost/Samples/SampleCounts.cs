namespace Fazhi.AppHost.Samples;

/// <summary>How many of each are there now, whether this run made them or one before.</summary>
internal sealed record SampleCounts(int Regions, int Units, int Documents);
