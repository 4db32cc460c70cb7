namespace Fazhi.Cli.Import;

/// <summary>What became of one file.</summary>
internal enum ImportOutcome
{
    Created,
    Unchanged,
    Failed,

    /// <summary>Not tried: the run ended before.</summary>
    Skipped,
}
