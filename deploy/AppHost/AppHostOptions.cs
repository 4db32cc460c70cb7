namespace Fazhi.AppHost;

/// <summary>What the user asked for on the command line.</summary>
/// <param name="Data">Folder of everything the platform stores, absolute.</param>
/// <param name="Port">Port of the gateway; 0 takes any free one.</param>
/// <param name="LoadSamples">Whether the samples are loaded into an empty data folder.</param>
internal sealed record AppHostOptions(string Data, int Port, bool LoadSamples);
