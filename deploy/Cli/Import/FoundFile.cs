namespace Fazhi.Cli.Import;

/// <summary>A file to import.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Label">How the user knows it: as given, or below the folder that was given.</param>
internal sealed record FoundFile(string Path, string Label);
