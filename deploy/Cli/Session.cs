using Fazhi.Cli.Connection;
using Fazhi.Cli.Output;

namespace Fazhi.Cli;

/// <summary>What a command works with: the server, the terminal, and what is shown while it waits.</summary>
internal sealed record Session(Gateway Gateway, Terminal Terminal, Waiting Waiting);
