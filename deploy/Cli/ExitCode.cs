namespace Fazhi.Cli;

/// <summary>What a script learns from the end of the program; documented in the help.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The server refused the request, or a file could not be imported.</summary>
    public const int Failed = 1;

    /// <summary>The server, or the service behind it, cannot be reached.</summary>
    public const int Unreachable = 2;

    /// <summary>The index is not what the stores hold.</summary>
    public const int Different = 3;

    /// <summary>The arguments are wrong (EX_USAGE of sysexits.h).</summary>
    public const int Usage = 64;

    /// <summary>Ended by Ctrl+C.</summary>
    public const int Interrupted = 130;
}
