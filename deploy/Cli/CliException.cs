namespace Fazhi.Cli;

/// <summary>The command cannot be carried out for a reason on this side; the message (Chinese) says which.</summary>
internal sealed class CliException(string message) : Exception(message);
